namespace Cwa.Model;

/// <summary>A row, and what is stored about its event.</summary>
/// <param name="Row">The row.</param>
/// <param name="Matched">The row's event, matched with the earlier one that it continues.</param>
/// <param name="Same">The stored event that says just what the row says, whatever its status; else null.</param>
internal sealed record ComparedRow(PlannedRow Row, MatchedEvent Matched, Event? Same);

/// <summary>The rows of one report, compared with its newest revision and with its events as exported.</summary>
internal sealed class ComparedRows
{
    private ComparedRows(IReadOnlyList<ComparedRow> all, bool changeNothing) =>
        (All, ChangeNothing) = (all, changeNothing);

    public IReadOnlyList<ComparedRow> All { get; }

    /// <summary>Whether the rows say just what the newest revision says, or what the month's events say now.</summary>
    public bool ChangeNothing { get; }

    public static async Task<ComparedRows> MatchAsync(
        IReadOnlyList<PlannedRow> rows,
        ReportChain chain,
        CancellationToken cancellationToken
    )
    {
        var now = await chain.EventsNowAsync(cancellationToken);
        var matched = await chain.MatchAsync([.. rows.Select(row => row.Event)], cancellationToken);
        var left = now.ToList();
        var all = rows.Zip(matched, (row, match) => new ComparedRow(row, match, Take(left, row.Event))).ToList();
        var isTold =
            chain.Latest is { } latest
            && latest.EventCount == rows.Count
            && matched.All(e => e.Told?.ReportId == latest.Id && e.Planned.IsToldBy(e.Told));
        return new(all, isTold || (rows.Count == now.Count && all.TrueForAll(row => row.Same is not null)));
    }

    /// <summary>
    /// The rows that the next revision lists. An event that is cancelled, or postponed to another month, is left out so
    /// that it stays as it is. If it were listed, it would be planned again.
    /// </summary>
    public IReadOnlyList<ComparedRow> Listed(ReportMonth month) =>
        [
            .. All.Where(row =>
                row.Same is not { } same
                || (row.Row.Said.Status != EventStatus.Cancelled && month.Contains(same.StartsOn))
            ),
        ];

    private static Event? Take(List<Event> left, PlannedEvent planned)
    {
        var found = left.Find(e => (planned.EventId is null || planned.EventId == e.Id) && planned.IsToldBy(e));
        if (found is not null)
            left.Remove(found);
        return found;
    }
}
