namespace Cwa.Model;

/// <summary>A row, and what is stored about its event.</summary>
/// <param name="Row">The row.</param>
/// <param name="Matched">The row's event, matched with the earlier one that it continues.</param>
/// <param name="Standing">The stored event that says just what the row says, whatever its status; else null.</param>
internal sealed record StandingRow(PlannedRow Row, MatchedEvent Matched, Event? Standing);

/// <summary>The rows of one report, compared with its newest revision and with its events as exported.</summary>
internal sealed class StandingRows
{
    private StandingRows(IReadOnlyList<StandingRow> all, bool sayWhatStands) =>
        (All, SayWhatStands) = (all, sayWhatStands);

    public IReadOnlyList<StandingRow> All { get; }

    /// <summary>Whether the rows say just what the newest revision says, or what the month's events say now.</summary>
    public bool SayWhatStands { get; }

    public static async Task<StandingRows> MatchAsync(
        IReadOnlyList<PlannedRow> rows,
        ReportChain chain,
        CancellationToken cancellationToken
    )
    {
        var standing = await chain.StandingAsync(cancellationToken);
        var matched = await chain.MatchAsync([.. rows.Select(row => row.Event)], cancellationToken);
        var left = standing.ToList();
        var all = rows.Zip(matched, (row, match) => new StandingRow(row, match, Take(left, row.Event))).ToList();
        var isTold =
            chain.Latest is { } latest
            && latest.EventCount == rows.Count
            && matched.All(e => e.Told?.ReportId == latest.Id && e.Planned.IsToldBy(e.Told));
        return new(all, isTold || (rows.Count == standing.Count && all.TrueForAll(row => row.Standing is not null)));
    }

    /// <summary>
    /// The rows that the next revision lists. An event that is cancelled, or postponed to another month, is left out so
    /// that it stays as it is. If it were listed, it would be planned again.
    /// </summary>
    public IReadOnlyList<StandingRow> Listed(ReportMonth month) =>
        [
            .. All.Where(row =>
                row.Standing is not { } stands
                || (row.Row.Said.Status != EventStatus.Cancelled && month.Contains(stands.StartsOn))
            ),
        ];

    private static Event? Take(List<Event> standing, PlannedEvent planned)
    {
        var found = standing.Find(e => (planned.EventId is null || planned.EventId == e.Id) && planned.IsToldBy(e));
        if (found is not null)
            standing.Remove(found);
        return found;
    }
}
