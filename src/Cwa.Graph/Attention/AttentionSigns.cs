using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What is read, besides reports, to find the agencies that need a call.</summary>
/// <param name="Complaints">What complaint figures say.</param>
/// <param name="Planned">What is planned for this month and those after it.</param>
internal sealed record AttentionSigns(ComplaintSigns Complaints, MonthsPlanned Planned)
{
    /// <summary>Reads them, in five statements, for all agencies or some.</summary>
    public static async Task<AttentionSigns> ReadAsync(
        CwaDbContext db,
        DateOnly today,
        ComplaintGrowth growth,
        CarryOvers carryOvers,
        ProblemSigns problems,
        int? monthsAhead,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    ) =>
        new(
            await ComplaintSigns.ReadAsync(db, today, growth, carryOvers, problems, agencyIds, cancellationToken),
            await MonthsPlanned.ReadAsync(db, today, monthsAhead, agencyIds, cancellationToken)
        );
}
