using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The steps of problems, all in one statement.</summary>
public sealed class StepsByProblem(RequestContexts contexts, DomainClock clock) : BatchLoader<Guid, ProblemSteps>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, ProblemSteps>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        return await db
            .SystemicProblems.Where(p => EF.Parameter(keys).Contains(p.Id))
            .Select(ProblemFacts.Of(db.AuditEntries))
            .ToDictionaryAsync(p => p.Id, p => p.Steps(clock.Today), cancellationToken);
    }
}
