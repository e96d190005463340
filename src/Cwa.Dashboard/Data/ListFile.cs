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
        new(
            "event-completions",
            "Facts said later",
            "A conversation, with what its report may leave out",
            IsPublic: true
        ),
        new("attendance", "Attendance", "A conversation that was held", IsPublic: true),
        new("programs", "Programs", "A continuing program, past or current", IsPublic: true),
        new("reports", "Monthly reports", "A revision of an agency’s report of one month"),
        new("liaisons", "Liaisons", "A designation, past or current"),
        new("themes", "Themes of agencies’ own", "A theme that an agency tells apart among its findings"),
        new("findings", "Findings", "What was learned at a conversation or from a survey"),
        new("customer-bases", "Numbers of customers", "How many customers an agency serves, from a day on"),
        new("service-areas", "Service areas", "An agency and a state, with its customers there"),
        new("complaints", "Complaints", "The figures of a period, category and channel"),
        new("problem-solving-outcomes", "Problems solved", "What problem-solving days and other events achieved"),
        new("standards", "Standards", "A promise of service, past or current", IsPublic: true),
        new("measurements", "Measurements", "A period in which a promise was measured", IsPublic: true),
        new("annual-results", "Annual results", "A statement of an annual report", IsPublic: true),
        new("surveys", "Surveys", "A survey, or one question of it"),
        new("benchmark-studies", "Comparisons", "A comparison with the best in business"),
        new("delivery-choices", "Choices of delivery", "A way in which customers can get a service"),
        new("scorecard", "Scorecard", "An agency and a duty, with the reason"),
    ];
}
