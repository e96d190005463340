using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// How far conversations were held in the areas where customers live and work (action 3). An agency reaches a state or
/// territory by holding an event at a place there, alone or with others. National and virtual events reach no state;
/// they are counted separately. For whom a liaison speaks is `Coverage`.
/// </summary>
public sealed record ReachCoverage
{
    internal ReachCoverage(IReadOnlyCollection<Area> areas)
    {
        Agencies = areas.Select(a => a.AgencyId).Distinct().Count();
        foreach (var area in areas)
        {
            CustomersLiving += area.CustomersLiving;
            CustomersWorking += area.CustomersWorking;
            if (area.IsReached)
            {
                CustomersLivingReached += area.CustomersLiving;
                CustomersWorkingReached += area.CustomersWorking;
            }
        }
    }

    /// <summary>
    /// How many agencies have declared where their customers live and work. The other figures include only these.
    /// </summary>
    public int Agencies { get; }

    /// <summary>
    /// The customers of these agencies, by where they live. A person whom two agencies serve counts for each.
    /// </summary>
    public long CustomersLiving { get; }

    /// <summary>Those of them who live in a state or territory that their agency has reached.</summary>
    public long CustomersLivingReached { get; }

    /// <summary>`customersLivingReached` ÷ `customersLiving`, 0 to 1; null if no customers were declared.</summary>
    public double? LivingShare => CustomersLiving == 0 ? null : (double)CustomersLivingReached / CustomersLiving;

    /// <summary>
    /// The customers of these agencies, by where they work. A person whom two agencies serve counts for each.
    /// </summary>
    public long CustomersWorking { get; }

    /// <summary>Those of them who work in a state or territory that their agency has reached.</summary>
    public long CustomersWorkingReached { get; }

    /// <summary>`customersWorkingReached` ÷ `customersWorking`, 0 to 1; null if no customers were declared.</summary>
    public double? WorkingShare => CustomersWorking == 0 ? null : (double)CustomersWorkingReached / CustomersWorking;
}

/// <summary>The customers of an agency in one state, and whether the agency reached it.</summary>
internal sealed class Area
{
    public Guid AgencyId { get; init; }
    public StateCode State { get; init; }
    public bool IsReached { get; init; }
    public long CustomersLiving { get; init; }
    public long CustomersWorking { get; init; }
}
