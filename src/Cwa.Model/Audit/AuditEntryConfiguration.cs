using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasOne(e => e.Agency).WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => new { e.RecordedAt, e.Id });
        entry.HasIndex(e => new
        {
            e.AgencyId,
            e.RecordedAt,
            e.Id,
        });
        entry.HasIndex(e => new
        {
            e.SubjectId,
            e.RecordedAt,
            e.Id,
        });
    }
}
