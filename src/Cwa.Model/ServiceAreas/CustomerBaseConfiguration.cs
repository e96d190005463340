using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class CustomerBaseConfiguration : IEntityTypeConfiguration<CustomerBase>
{
    public void Configure(EntityTypeBuilder<CustomerBase> declared)
    {
        declared.HasOne(c => c.Agency).WithMany().HasForeignKey(c => c.AgencyId).OnDelete(DeleteBehavior.Restrict);
        declared.HasIndex(c => c.AgencyId);
        declared.HasIndex(c => new { c.AgencyId, c.EffectiveFrom }).IsUnique().HasFilter(CorrectableColumns.Counts);
        declared.ToTable(
            "customer_bases",
            table => table.HasCheckConstraint("ck_customer_bases_customers", "customers >= 1")
        );
    }
}
