using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Action 3: how many customers there are in all.</summary>
internal static class CustomerFacts
{
    /// <summary>The numbers that hold from the day on or from an earlier one.</summary>
    public static IQueryable<DatedRow> Dated(ScorecardScope scope)
    {
        var asOf = scope.AsOf;
        return scope
            .Own(scope.Known<CustomerBase>())
            .Where(c => c.EffectiveFrom <= asOf)
            .Select(c => new DatedRow
            {
                Kind = DatedKind.CustomerBase,
                AgencyId = c.AgencyId,
                Id = c.Id,
                ParentId = null,
                On = c.EffectiveFrom,
                Until = null,
                Count = c.Customers,
                Year = null,
                Basis = null,
                Grade = null,
            });
    }

    public static CustomersDeclared CustomersOf(DatedRow row) => new(row.AgencyId, row.Id, row.On, row.Count!.Value);
}
