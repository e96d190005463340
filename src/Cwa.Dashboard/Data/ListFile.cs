namespace Cwa.Dashboard.Data;

/// <summary>A list that can be had as a file, as `schema/EXPORTS.md` describes.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="Title">As a person says it.</param>
/// <param name="Row">What a row is.</param>
/// <param name="IsPublic">Whether anybody may have it.</param>
public sealed record ListFile(string Name, string Title, string Row, bool IsPublic = false)
{
    /// <summary>All of them, agencies first, then in the memorandum's order.</summary>
    public static IReadOnlyList<ListFile> All { get; } =
    [
        new("agencies", "Agencies", "An agency, directed or asked", IsPublic: true),
        new("events", "Conversations", "A conversation, with today’s status", IsPublic: true),
        new("reports", "Monthly reports", "A revision of an agency’s report of one month"),
        new("liaisons", "Liaisons", "A designation, past or current"),
        new("complaints", "Complaints", "The figures of an agency’s month, category and channel"),
        new("annual-results", "Annual results", "A statement of an annual report", IsPublic: true),
        new("scorecard", "Scorecard", "An agency and a duty, with the reason"),
    ];
}
