using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class DraftEventConfiguration : IEntityTypeConfiguration<DraftEvent>
{
    public void Configure(EntityTypeBuilder<DraftEvent> draft)
    {
        draft.PrimitiveCollection(d => d.CoHostIds).HasField("_coHostIds");
        draft.ComplexProperty(d => d.Facts, EventFactsColumns.Configure);
        draft.HasOne(d => d.Report).WithMany().HasForeignKey(d => d.ReportId).OnDelete(DeleteBehavior.Cascade);

        draft.HasIndex(d => new { d.ReportId, d.EventId }).IsUnique();
        draft.HasIndex(d => new { d.ReportId, d.Position }).IsUnique();
        draft.ToTable(table => EventFactsColumns.Check(table, "draft_events"));
    }
}
