namespace Cwa.Model;

/// <summary>The rows of one agency and month, which become one report.</summary>
internal sealed class PlannedReport(Agency agency, ReportMonth month, long firstLine)
{
    private readonly List<PlannedRow> _rows = [];
    private readonly HashSet<(string Title, DateOnly StartsOn)> _listed = [];

    public Agency Agency => agency;

    public ReportMonth Month => month;

    /// <summary>The line of its first row.</summary>
    public long FirstLine => firstLine;

    /// <summary>The line of its last row so far.</summary>
    public long LastLine { get; private set; }

    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>Why an accepted report is amended; null when no row says.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether a row is wrong, so that the report is incomplete.</summary>
    public bool IsBroken { get; private set; }

    public void Take(ImportRow row, PlannedRow? planned)
    {
        LastLine = row.Line;
        if (planned?.Event.Facts is { } facts && !_listed.Add((NameOf(facts), facts.StartsOn)))
            row.Warn(facts.Title is null ? "description" : "title", ReportWarnings.ListedTwice);
        var reason = row.Text("reason", MonthlyReport.LongestReason);
        if (reason is not null && Reason is not null && reason != Reason)
            row.Error("reason", $"The rows of {agency.Abbreviation} for {month} give different reasons.");
        Reason ??= reason;

        if (_rows.Count == MonthlyReport.MaxEvents)
            row.Error(
                "",
                $"The report of {agency.Abbreviation} for {month} has more than {MonthlyReport.MaxEvents} events."
            );
        else if (planned is not null)
            _rows.Add(planned);
        IsBroken |= !row.IsGood;
    }

    private static string NameOf(EventFacts facts) => SearchText.Normalize(facts.Title ?? facts.Description);
}
