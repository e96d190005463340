using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class EventRevisionConfiguration : IEntityTypeConfiguration<EventRevision>
{
    public void Configure(EntityTypeBuilder<EventRevision> revision)
    {
        revision.PrimitiveCollection(r => r.CoHostIds).HasField("_coHostIds");
        revision.ComplexProperty(r => r.Facts, EventFactsColumns.Configure);
        revision.HasOne(r => r.Event).WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Restrict);
        revision.HasOne(r => r.Report).WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);

        revision.HasIndex(r => new { r.EventId, r.ReportId }).IsUnique();
        revision.HasIndex(r => new { r.ReportId, r.Position }).IsUnique();
        revision.ToTable(table => EventFactsColumns.Check(table, "event_revisions"));
    }
}
