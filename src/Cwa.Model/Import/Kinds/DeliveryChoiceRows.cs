using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Ways in which customers can get a service, each from a day on.</summary>
internal sealed class DeliveryChoiceRows() : VerbRows<DeclareDeliveryChoice, DeliveryChoice>("delivery-choices")
{
    public override IReadOnlyList<string> Key { get; } =
    [
        nameof(DeliveryChoice.AgencyId),
        nameof(DeliveryChoice.Service),
        nameof(DeliveryChoice.Means),
        nameof(DeliveryChoice.Provider),
        nameof(DeliveryChoice.OfferedFrom),
    ];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfDeliveryChoices;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfDeliveryChoices;

    public override IQueryable<DeliveryChoice> Stored(CwaDbContext db, IReadOnlyList<DeclareDeliveryChoice> said)
    {
        var agencies = said.Select(declared => declared.AgencyId.Key).OfType<Guid>().Distinct().ToList();
        return db.DeliveryChoices.Where(declared => EF.Parameter(agencies).Contains(declared.AgencyId));
    }
}
