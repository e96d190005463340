using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class EventCompletionConfiguration : IEntityTypeConfiguration<EventCompletion>
{
    public void Configure(EntityTypeBuilder<EventCompletion> completion)
    {
        completion.HasOne(c => c.Event).WithMany().HasForeignKey(c => c.EventId).OnDelete(DeleteBehavior.Restrict);
        completion.HasIndex(c => new
        {
            c.EventId,
            c.RecordedAt,
            c.Id,
        });
        completion.ToTable(table =>
        {
            table.HasCheckConstraint(
                "ck_event_completions_place",
                "coalesce(place_kind = 1, FALSE) = (state IS NOT NULL) AND (city IS NULL OR state IS NOT NULL)"
            );
            table.HasCheckConstraint("ck_event_completions_expected_reach", "expected_reach >= 0");
        });
    }
}
