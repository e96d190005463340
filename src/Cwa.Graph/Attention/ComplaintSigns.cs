using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What complaint figures say about the agencies that the caller reads.</summary>
/// <param name="Months">The three months whose complaints are compared.</param>
/// <param name="MonthsBefore">The three months before.</param>
/// <param name="Risen">The agencies whose complaints rose.</param>
/// <param name="CarryOvers">The agencies whose figures of twelve months do not carry over.</param>
/// <param name="Problems">The problems that are late, and those whose complaints came back.</param>
internal sealed record ComplaintSigns(
    IReadOnlyList<ReportMonth> Months,
    IReadOnlyList<ReportMonth> MonthsBefore,
    IReadOnlyDictionary<Guid, ComplaintsReceived> Risen,
    IReadOnlyDictionary<Guid, AgencyCarryOver> CarryOvers,
    SignsOfProblems Problems
)
{
    private const int Compared = 3;

    /// <summary>Reads them, in four statements, for months that are over and for all agencies or some.</summary>
    public static async Task<ComplaintSigns> ReadAsync(
        CwaDbContext db,
        DateOnly today,
        ComplaintGrowth growth,
        CarryOvers carryOvers,
        ProblemSigns problems,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    )
    {
        var last = ReportMonth.Of(today).Previous;
        var (from, before) = (last.Plus(1 - Compared), last.Plus(1 - 2 * Compared));
        var risen = await growth.RisenAgenciesAsync(db, from, last, new(), agencyIds, cancellationToken);
        var broken = await carryOvers.AgenciesAsync(
            db,
            last.Plus(1 - AttentionReasons.MonthsBack),
            last,
            agencyIds,
            cancellationToken
        );
        return new(
            [.. from.Through(last)],
            [.. before.Through(from.Previous)],
            risen.ToDictionary(r => r.AgencyId),
            broken.ToDictionary(c => c.AgencyId),
            await problems.ReadAsync(db, agencyIds, cancellationToken)
        );
    }
}
