using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Numbers of customers, each from a day on.</summary>
internal sealed class CustomerBaseRows() : VerbRows<DeclareCustomerBase, CustomerBase>("customer-bases")
{
    public override IReadOnlyList<string> Key { get; } =
    [nameof(CustomerBase.AgencyId), nameof(CustomerBase.EffectiveFrom)];

    public override bool FindsWhatTheVerbAsks => true;

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfCustomerBases;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfCustomerBases;

    public override IQueryable<CustomerBase> Stored(CwaDbContext db, IReadOnlyList<DeclareCustomerBase> said)
    {
        var agencies = said.Select(declared => declared.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        return db.CustomerBases.Where(declared => EF.Parameter(agencies).Contains(declared.AgencyId));
    }
}
