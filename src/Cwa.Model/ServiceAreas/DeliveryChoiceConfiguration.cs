using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class DeliveryChoiceConfiguration : IEntityTypeConfiguration<DeliveryChoice>
{
    public void Configure(EntityTypeBuilder<DeliveryChoice> choice)
    {
        choice.HasOne(c => c.Agency).WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        choice.HasIndex(c => new { c.AgencyId, c.OfferedFrom });
        choice.ToTable(
            "delivery_choices",
            table => table.HasCheckConstraint("ck_delivery_choices_days", "offered_to >= offered_from")
        );
    }
}
