using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class FeedEntryConfiguration : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> entry)
    {
        entry.HasOne(e => e.Agency).WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
        entry.HasIndex(e => e.Sequence).IsUnique();
        entry.HasIndex(e => new { e.AgencyId, e.Sequence });
        entry.HasIndex(e => new { e.Kind, e.Sequence });
        entry.ToTable(table => table.HasCheckConstraint("ck_feed_entries_sequence", "sequence >= 1"));
    }
}
