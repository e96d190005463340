using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Standards. To replace one, use the mutation.</summary>
internal sealed class StandardRows() : VerbRows<SetServiceStandard, ServiceStandard>("standards")
{
    public override IReadOnlyList<string> Key { get; } =
    [nameof(ServiceStandard.AgencyId), nameof(ServiceStandard.Statement), nameof(ServiceStandard.EffectiveFrom)];

    protected override IReadOnlyList<string> NotInFile => [nameof(SetServiceStandard.ReplacesId)];

    protected override IReadOnlyList<string> PassedOver => [.. base.PassedOver, "withdrawn_on"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfStandards;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfStandards;

    public override IQueryable<ServiceStandard> Stored(CwaDbContext db, IReadOnlyList<SetServiceStandard> said)
    {
        var agencies = said.Select(standard => standard.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        var days = said.Select(standard => standard.EffectiveFrom).Distinct().ToList();
        return db.ServiceStandards.Where(standard =>
            EF.Parameter(agencies).Contains(standard.AgencyId) && EF.Parameter(days).Contains(standard.EffectiveFrom)
        );
    }
}
