namespace Cwa.Dashboard.Parts;

/// <summary>How far a report has come: `ReportState` of the schema.</summary>
public enum ReportState
{
    Accepted,
    Submitted,
    Returned,
    Draft,
    Missing,
    Excused,
    NotReported,
}

/// <summary>How the report of one month stands.</summary>
public readonly record struct Standing(ReportState State, bool Overdue)
{
    /// <summary>Every standing that has a shape and a word of its own.</summary>
    public static IReadOnlyList<Standing> All { get; } =
    [
        new(ReportState.Accepted, false),
        new(ReportState.Submitted, false),
        new(ReportState.Returned, false),
        new(ReportState.Draft, false),
        new(ReportState.Missing, false),
        new(ReportState.Missing, true),
        new(ReportState.Excused, false),
        new(ReportState.NotReported, false),
    ];

    public string Word =>
        (State, Overdue) switch
        {
            (ReportState.Missing, true) => "Overdue",
            (_, true) => $"Overdue, {WordOf(State).ToLowerInvariant()}",
            _ => WordOf(State),
        };

    /// <summary>The name of its shape.</summary>
    public string Shape =>
        (this == new Standing(ReportState.Missing, true) ? "overdue" : $"{State}").ToLowerInvariant();

    public static string WordOf(ReportState state) =>
        state switch
        {
            ReportState.Accepted => "Accepted",
            ReportState.Submitted => "Waiting for NPR",
            ReportState.Returned => "Returned",
            ReportState.Draft => "Being drafted",
            ReportState.Missing => "Not begun",
            ReportState.Excused => "Spoken for",
            _ => "Not reported",
        };
}
