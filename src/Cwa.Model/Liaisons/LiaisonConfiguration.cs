using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class LiaisonConfiguration : IEntityTypeConfiguration<Liaison>
{
    public void Configure(EntityTypeBuilder<Liaison> liaison)
    {
        liaison
            .HasOne(l => l.Agency)
            .WithMany(a => a.Liaisons)
            .HasForeignKey(l => l.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);

        // One open designation per agency, even when two writers race. EF Core closes the old one first because the
        // column is in the index.
        liaison
            .HasIndex(l => new { l.AgencyId, l.IsOpen })
            .IsUnique()
            .HasFilter($"is_open AND {CorrectableColumns.Counts}");
        liaison.HasIndex(l => new { l.DesignatedOn, l.Id });
        liaison.HasIndex(l => new
        {
            l.AgencyId,
            l.DesignatedOn,
            l.Id,
        });
        liaison.ToTable(
            "liaisons",
            table =>
            {
                table.HasCheckConstraint("ck_liaisons_reachable", "phone IS NOT NULL OR email IS NOT NULL");
                table.HasCheckConstraint("ck_liaisons_ended", "ended_on >= designated_on");
                table.HasCheckConstraint("ck_liaisons_open", "is_open = (ended_on IS NULL)");
            }
        );
    }
}
