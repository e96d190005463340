using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Why an agency needs a call; null if it needs none, or if the caller may not read its reports.</summary>
public sealed class AttentionByAgency(
    ReportsToday reports,
    ComplaintGrowth growth,
    CarryOvers carryOvers,
    ProblemSigns problems
) : BatchLoader<Guid, AttentionItem?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, AttentionItem?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        var today = reports.Today;
        var (read, signs) = await reports.ReadAsync(
            keys,
            AttentionReasons.Months(today),
            db =>
                AttentionSigns.ReadAsync(
                    db,
                    today,
                    growth,
                    carryOvers,
                    problems,
                    monthsAhead: null,
                    keys,
                    cancellationToken
                ),
            cancellationToken
        );
        return AttentionItem.Of(read, signs).ToDictionary(item => item.Agency.Id, AttentionItem? (item) => item);
    }
}
