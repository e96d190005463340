using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ServiceAreaConfiguration : IEntityTypeConfiguration<ServiceArea>
{
    public void Configure(EntityTypeBuilder<ServiceArea> area)
    {
        area.HasOne(a => a.Agency).WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        area.HasIndex(a => a.AgencyId);
        area.HasIndex(a => new { a.AgencyId, a.State }).IsUnique().HasFilter(CorrectableColumns.Counts);
        area.ToTable(
            "service_areas",
            table =>
                table.HasCheckConstraint(
                    "ck_service_areas_customers",
                    "customers_living >= 0 AND customers_working >= 0"
                )
        );
    }
}
