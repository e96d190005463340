using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ServiceStandardConfiguration : IEntityTypeConfiguration<ServiceStandard>
{
    public void Configure(EntityTypeBuilder<ServiceStandard> standard)
    {
        standard.HasOne(s => s.Agency).WithMany().HasForeignKey(s => s.AgencyId).OnDelete(DeleteBehavior.Restrict);
        standard.HasIndex(s => new
        {
            s.AgencyId,
            s.EffectiveFrom,
            s.Id,
        });
        standard.HasIndex(s => new { s.CustomerGroup, s.Id });
        standard.ToTable(table =>
            table.HasCheckConstraint("ck_service_standards_withdrawn_on", "withdrawn_on >= effective_from")
        );
    }
}
