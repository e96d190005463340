using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class EventRemarkConfiguration : IEntityTypeConfiguration<EventRemark>
{
    public void Configure(EntityTypeBuilder<EventRemark> remark)
    {
        remark.HasOne(r => r.Report).WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
        remark.HasOne(r => r.Event).WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        remark.HasIndex(r => new { r.ReportId, r.EventId }).IsUnique();
        remark.HasIndex(r => new { r.ReportId, r.Position }).IsUnique();
    }
}
