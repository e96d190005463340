using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How many promises are kept, each counted once, as its newest measurement has it.</summary>
public abstract record PromiseFigures
{
    internal PromiseFigures(IEnumerable<PromiseCount> counts)
    {
        var ofMet = counts.ToLookup(c => c.Met, c => c.Promises);
        (Kept, NotKept, Undecided) = (ofMet[true].Sum(), ofMet[false].Sum(), ofMet[null].Sum());
    }

    /// <summary>The promises in all.</summary>
    public int Promises => Kept + NotKept + Undecided;

    /// <summary>Promises that were kept in the period that was measured last.</summary>
    public int Kept { get; }

    /// <summary>Promises that were not kept in the period that was measured last.</summary>
    public int NotKept { get; }

    /// <summary>
    /// Promises of which that is not known: they were never measured, or their newest measurement has no value.
    /// </summary>
    public int Undecided { get; }
}

/// <summary>How agencies keep their promises (action 5). Everyone may read it.</summary>
public sealed record PromisesKept : PromiseFigures
{
    internal PromisesKept(IReadOnlyCollection<PromiseCount> counts, DateTime dataAsOf)
        : base(counts)
    {
        DataAsOf = dataAsOf;
        ByDepartment =
        [
            .. Of(counts, c => c.DepartmentId, (id, of) => new DepartmentPromises(id, of))
                .Take(Government.MostDepartments),
        ];
        ByAgency =
        [
            .. Of(counts, c => c.AgencyId, (id, of) => new AgencyPromises(id, of)).Take(Government.MostAgencies),
        ];
        ByCustomerGroup = [.. Of(counts, c => c.CustomerGroup, (group, of) => new GroupPromises(group, of))];
    }

    internal const int MostGroups = 10;

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public DateTime DataAsOf { get; }

    /// <summary>
    /// The same for each top-level agency, its components included, at most 90; those with most promises not kept
    /// first, then those with most promises.
    /// </summary>
    [ListSize(Government.MostDepartments)]
    public IReadOnlyList<DepartmentPromises> ByDepartment { get; }

    /// <summary>The same for each agency by itself, at most 250, in the same order.</summary>
    [ListSize(Government.MostAgencies)]
    public IReadOnlyList<AgencyPromises> ByAgency { get; }

    /// <summary>The same for each group of customers, in the same order.</summary>
    [ListSize(MostGroups)]
    public IReadOnlyList<GroupPromises> ByCustomerGroup { get; }

    private static IEnumerable<TPart> Of<TKey, TPart>(
        IEnumerable<PromiseCount> counts,
        Func<PromiseCount, TKey> by,
        Func<TKey, IEnumerable<PromiseCount>, TPart> part
    )
        where TPart : PromiseFigures =>
        counts
            .GroupBy(by)
            .OrderBy(g => g.Key)
            .Select(g => part(g.Key, g))
            .OrderByDescending(p => p.NotKept)
            .ThenByDescending(p => p.Promises);
}

/// <summary>How a top-level agency and its components keep their promises.</summary>
public sealed record DepartmentPromises : PromiseFigures
{
    internal DepartmentPromises(Guid departmentId, IEnumerable<PromiseCount> counts)
        : base(counts) => DepartmentId = departmentId;

    /// <summary>Identifies the department.</summary>
    public Guid DepartmentId { get; }
}

/// <inheritdoc cref="DepartmentPromises"/>
public sealed class DepartmentPromisesType() : ObjectType<DepartmentPromises>(p => p.DepartmentId)
{
    /// <summary>The department, or another agency that has none above it.</summary>
    public static IDataLoaderResult<Agency> Department(DepartmentPromises promises, ById<Agency> agencies) =>
        agencies.Load(promises.DepartmentId);
}

/// <summary>How an agency keeps its promises.</summary>
public sealed record AgencyPromises : PromiseFigures
{
    internal AgencyPromises(Guid agencyId, IEnumerable<PromiseCount> counts)
        : base(counts) => AgencyId = agencyId;

    /// <summary>Identifies the agency.</summary>
    public Guid AgencyId { get; }
}

/// <inheritdoc cref="AgencyPromises"/>
public sealed class AgencyPromisesType() : ObjectType<AgencyPromises>(p => p.AgencyId)
{
    /// <summary>The agency that made them.</summary>
    public static IDataLoaderResult<Agency> Agency(AgencyPromises promises, ById<Agency> agencies) =>
        agencies.Load(promises.AgencyId);
}

/// <summary>How agencies keep what they promise to a group of customers.</summary>
public sealed record GroupPromises : PromiseFigures
{
    internal GroupPromises(CustomerGroup customerGroup, IEnumerable<PromiseCount> counts)
        : base(counts) => CustomerGroup = customerGroup;

    /// <summary>The customers to whom it is promised.</summary>
    public CustomerGroup CustomerGroup { get; }
}

/// <summary>Promises that have all this in common.</summary>
internal sealed record PromiseCount(
    Guid AgencyId,
    Guid DepartmentId,
    CustomerGroup CustomerGroup,
    bool? Met,
    int Promises
);
