using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Finds the complaints that came back after their problem was VERIFIED, as far as the caller reads them.
/// </summary>
[Service]
public sealed class ComplaintReturns(Caller caller, DomainClock clock)
{
    /// <summary>
    /// How long after the measurement complaints are watched, in months. What comes later is another problem.
    /// </summary>
    internal const int MonthsWatched = 24;

    /// <summary>The earliest measurement whose complaints are still watched.</summary>
    internal DateOnly FirstDay => clock.Today.PlusMonths(-MonthsWatched);

    /// <summary>Which of the problems have complaints that came back, by problem, in at most one statement.</summary>
    internal async Task<IReadOnlyDictionary<Guid, ReturnedComplaints>> OfAsync(
        CwaDbContext db,
        IEnumerable<ProblemFacts> problems,
        CancellationToken cancellationToken
    )
    {
        List<Watched> watched =
        [
            .. problems
                .Where(p => p.VerifiedOn >= FirstDay)
                .Select(p =>
                    p is { CategoryId: { } category, MeasuredChangeOn: { } changedOn, VerifiedOn: { } verifiedOn }
                        ? new Watched(p.Id, category, changedOn, verifiedOn)
                        : null
                )
                .OfType<Watched>(),
        ];
        if (watched is [])
            return new Dictionary<Guid, ReturnedComplaints>();

        var last = ReportMonth.Of(clock.Today).Previous;
        var received = await ReceivedAsync(
            db,
            [.. watched.Select(p => p.CategoryId).Distinct()],
            watched.Min(p => ReturnedComplaints.FirstMonth(p.ChangedOn)),
            last,
            cancellationToken
        );
        return watched
            .Select(p => (p.Id, Returned: p.Judged(last, received.GetValueOrDefault(p.CategoryId))))
            .Where(p => p.Returned is not null)
            .ToDictionary(p => p.Id, p => p.Returned!);
    }

    private async Task<Dictionary<Guid, Dictionary<ReportMonth, long>>> ReceivedAsync(
        CwaDbContext db,
        Guid[] categories,
        ReportMonth from,
        ReportMonth to,
        CancellationToken cancellationToken
    )
    {
        var sums = await caller
            .Sees(db.ComplaintMetrics)
            .Where(m => m.IsCurrent)
            .Within(from, to)
            .InOneOf(CoveredPeriod.Month)
            .Once(byCategory: true)
            .Where(m => m.CategoryId != null && EF.Parameter(categories).Contains(m.CategoryId!.Value))
            .GroupBy(m => new { m.CategoryId, m.Month })
            .Where(g => g.Count(m => m.Received == null) == 0)
            .Select(g => new
            {
                CategoryId = g.Key.CategoryId!.Value,
                g.Key.Month,
                Received = g.Sum(m => m.Received) ?? 0,
            })
            .ToListAsync(cancellationToken);
        return sums.GroupBy(s => s.CategoryId)
            .ToDictionary(g => g.Key, g => g.ToDictionary(s => s.Month, s => s.Received));
    }

    private sealed record Watched(Guid Id, Guid CategoryId, DateOnly ChangedOn, DateOnly VerifiedOn)
    {
        public ReturnedComplaints? Judged(ReportMonth last, Dictionary<ReportMonth, long>? received) =>
            received is null ? null : ReturnedComplaints.Judge(ChangedOn, VerifiedOn, last, received);
    }
}

/// <summary>The complaints that came back after a problem was VERIFIED; null if they did not.</summary>
public sealed class ReturnByProblem(Snapshots snapshots, Caller caller, ComplaintReturns returns)
    : BatchLoader<Guid, ReturnedComplaints?>
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyDictionary<Guid, ReturnedComplaints?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        snapshots.ReadAsync<IReadOnlyDictionary<Guid, ReturnedComplaints?>>(
            async (db, _) =>
            {
                var facts = await caller
                    .Sees(db.SystemicProblems)
                    .Where(p => EF.Parameter(keys).Contains(p.Id) && p.Status == ProblemStatus.Verified)
                    .Select(ProblemFacts.Of(db.AuditEntries, dated: false))
                    .ToListAsync(cancellationToken);
                var returned = await returns.OfAsync(db, facts, cancellationToken);
                return returned.ToDictionary(r => r.Key, ReturnedComplaints? (r) => r.Value);
            },
            cancellationToken
        );

    /// <inheritdoc/>
    protected override ReturnedComplaints? Missing(Guid key) => null;
}
