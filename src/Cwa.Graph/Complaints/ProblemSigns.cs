using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Problems that somebody should ask about today, as far as the caller reads them.</summary>
[Service]
public sealed class ProblemSigns(Caller caller, DomainClock clock, ComplaintReturns returns)
{
    /// <summary>Reads them, in two statements, for all agencies or some.</summary>
    internal async Task<SignsOfProblems> ReadAsync(
        CwaDbContext db,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    )
    {
        var (today, watchedFrom) = (clock.Today, returns.FirstDay);
        var seen = caller.Sees(db.SystemicProblems);
        var chosen = agencyIds is null ? seen : seen.Where(p => EF.Parameter(agencyIds).Contains(p.AgencyId));
        var facts = await chosen
            .Where(p =>
                p.Status == ProblemStatus.Verified
                    ? p.CategoryId != null && p.Changes.Any(c => c.MeasuredOn >= watchedFrom)
                    : p.FoundOn <= today
            )
            .Select(ProblemFacts.Of(db.AuditEntries, dated: false))
            .ToListAsync(cancellationToken);
        var returned = await returns.OfAsync(db, facts, cancellationToken);
        return new(
            facts
                .Select(p => (Problem: p, Status: p.StatusOn(today), p.Steps(today).DueOn))
                .Where(p => p.DueOn < today)
                .OrderBy(p => p.DueOn)
                .ThenBy(p => p.Problem.Id)
                .ToLookup(p => p.Problem.AgencyId, p => new LateProblem(p.Problem, p.Status, p.DueOn!.Value)),
            facts
                .Where(p => returned.ContainsKey(p.Id))
                .OrderBy(p => returned[p.Id].From)
                .ThenBy(p => p.Id)
                .ToLookup(p => p.AgencyId, p => new ReturnedProblem(p, returned[p.Id]))
        );
    }
}

/// <summary>Problems past target and those whose complaints came back, by agency, the oldest first.</summary>
internal sealed record SignsOfProblems(ILookup<Guid, LateProblem> Late, ILookup<Guid, ReturnedProblem> Returned);

/// <summary>A problem whose next step is late.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Status">How far it has come today.</param>
/// <param name="DueOn">The last day on which the step would have been in time.</param>
internal sealed record LateProblem(ProblemFacts Problem, ProblemStatus Status, DateOnly DueOn);

/// <summary>A problem that was VERIFIED, and whose complaints came back.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Complaints">The complaints.</param>
internal sealed record ReturnedProblem(ProblemFacts Problem, ReturnedComplaints Complaints);
