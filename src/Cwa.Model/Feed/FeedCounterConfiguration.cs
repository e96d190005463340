using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class FeedCounterConfiguration : IEntityTypeConfiguration<FeedCounter>
{
    public void Configure(EntityTypeBuilder<FeedCounter> counter)
    {
        counter.Property(c => c.Id).ValueGeneratedNever();
        counter.HasData(new { Id = 1, LastSequence = 0L });
        counter.ToTable(table =>
        {
            table.HasCheckConstraint("ck_feed_counters_one_row", "id = 1");
            table.HasCheckConstraint("ck_feed_counters_last_sequence", "last_sequence >= 0");
        });
    }
}
