namespace Cwa.Model;

/// <summary>
/// Imports events. The rows of one agency and month become one submitted report or its next revision.
/// </summary>
internal sealed class EventImport(ImportSession session) : IRowImport
{
    public static readonly IReadOnlyList<string> RequiredColumns = ["agency", "description", "starts_on"];

    public static readonly IReadOnlyList<string> OptionalColumns =
    [
        "month",
        "id",
        "title",
        "ends_on",
        "medium",
        "format",
        "setting",
        "access",
        "topic_scope",
        "languages",
        "place_kind",
        "state",
        "city",
        "co_hosts",
        "expected_reach",
        "reason",
        .. EventCells.Columns,
    ];

    public static readonly IReadOnlyList<string> PassedOverColumns = ["agency_name", "recorded_at", "updated_at"];

    // Rows may be in any order: up to this many wait in memory for the other rows of their report.
    private const int MostWaiting = 10_000;

    private readonly Dictionary<(Guid AgencyId, ReportMonth Month), PlannedReport> _waiting = [];
    private readonly Dictionary<(Guid AgencyId, ReportMonth Month), long> _done = [];
    private readonly ReportImport _reports = new(session);
    private int _rowsWaiting;

    public async Task AddAsync(ImportRow row, CancellationToken cancellationToken)
    {
        if (session.AgencyOf(row, "agency") is not { } agency)
        {
            // If the agency is not the caller's, only the texts are checked.
            EventRow.CheckTexts(row);
            return;
        }

        var isSaid = row.Has("month");
        var month = isSaid ? row.RequiredMonth("month") : null;
        var planned = EventRow.Read(row, session, agency, month);
        if (!isSaid)
            month = planned?.Month;
        if (month is null)
            return;

        var key = (agency.Id, month.Value);
        if (_done.TryGetValue(key, out var lastLine))
        {
            row.Error(
                "",
                "In a file this long, the rows of one agency and month must be together; "
                    + $"those before this one end on line {lastLine}."
            );
            return;
        }

        if (!_waiting.TryGetValue(key, out var report))
            _waiting.Add(key, report = new(agency, month.Value, row.Line));
        report.Take(row, planned);
        if (++_rowsWaiting >= MostWaiting)
            await SubmitAllButAsync(key, cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await SubmitAllButAsync(null, cancellationToken);
        await session.FlushAsync(cancellationToken);
    }

    private async Task SubmitAllButAsync(
        (Guid AgencyId, ReportMonth Month)? unfinished,
        CancellationToken cancellationToken
    )
    {
        foreach (var (key, report) in _waiting.Where(report => report.Key != unfinished).ToList())
        {
            await _reports.SubmitAsync(report, cancellationToken);
            _waiting.Remove(key);
            _done.Add(key, report.LastLine);
        }

        _rowsWaiting = _waiting.Values.Sum(report => report.Rows.Count);
    }
}
