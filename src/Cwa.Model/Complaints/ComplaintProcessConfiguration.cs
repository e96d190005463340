using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ComplaintProcessConfiguration : IEntityTypeConfiguration<ComplaintProcess>
{
    public void Configure(EntityTypeBuilder<ComplaintProcess> process)
    {
        process.HasOne(p => p.Agency).WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        process.PrimitiveCollection(p => p.Channels);
        process.HasIndex(p => new { p.AgencyId, p.InPlaceOn });

        // One current process per agency, even when two are established at once.
        process
            .HasIndex(p => p.AgencyId)
            .IsUnique()
            .HasFilter("replaced_on IS NULL")
            .HasDatabaseName("ix_complaint_processes_current");
        process.ToTable(table =>
        {
            table.HasCheckConstraint("ck_complaint_processes_target_days", "target_days >= 1");
            table.HasCheckConstraint("ck_complaint_processes_replaced_on", "replaced_on >= in_place_on");
        });
    }
}
