using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// What changed for an agency's customers because they said so, in the agency's own words: what it did, and what came
/// of it. What the customers said is not part of it.
/// </summary>
/// <param name="Action">What the agency did.</param>
/// <param name="TakenOn">The day on which it did so.</param>
/// <param name="Outcome">What changed for customers.</param>
/// <param name="ObservedOn">The day on which the change was observed.</param>
public sealed record ChangeForCustomers(string Action, DateOnly TakenOn, string Outcome, DateOnly ObservedOn)
{
    internal const int Most = 20;
}

/// <inheritdoc cref="ChangeForCustomers"/>
public sealed class ChangeForCustomersType : ObjectType<ChangeForCustomers>;

/// <summary>The newest changes of each agency.</summary>
public sealed class ChangesByAgency(RequestContexts contexts) : BatchLoader<Guid, IReadOnlyList<ChangeForCustomers>>
{
    /// <inheritdoc/>
    protected override IReadOnlyList<ChangeForCustomers> Missing(Guid key) => [];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ChangeForCustomers>>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        var changes = await db
            .Agencies.AsNoTracking()
            .Where(agency => keys.Contains(agency.Id))
            .Select(agency => new
            {
                agency.Id,
                Newest = db
                    .FindingOutcomes.Where(o =>
                        // Without this, the changes of all agencies would be ranked.
                        keys.Contains(o.Action.Finding.AgencyId)
                        && o.Action.Finding.AgencyId == agency.Id
                        && !FindingAbouts.OfEmployees.Contains(o.Action.Finding.About)
                    )
                    .OrderByDescending(o => o.ObservedOn)
                    .ThenByDescending(o => o.Id)
                    .Take(ChangeForCustomers.Most)
                    .Select(o => new ChangeForCustomers(
                        o.Action.Description,
                        o.Action.TakenOn,
                        o.Description,
                        o.ObservedOn
                    ))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return changes.ToDictionary(of => of.Id, IReadOnlyList<ChangeForCustomers> (of) => of.Newest);
    }
}
