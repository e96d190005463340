using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class EventOutcomeConfiguration : IEntityTypeConfiguration<EventOutcome>
{
    public void Configure(EntityTypeBuilder<EventOutcome> outcome)
    {
        outcome.HasOne(o => o.Event).WithMany().HasForeignKey(o => o.EventId).OnDelete(DeleteBehavior.Restrict);

        outcome.HasIndex(o => new
        {
            o.EventId,
            o.RecordedAt,
            o.Id,
        });
        outcome.ToTable(table =>
        {
            table.HasCheckConstraint("ck_event_outcomes_said", "status IN (2, 3, 4)");
            table.HasCheckConstraint("ck_event_outcomes_reason", "(status = 2) = (reason IS NULL)");
            table.HasCheckConstraint(
                "ck_event_outcomes_attendance",
                "attendance >= 0 AND (attendance IS NULL) = (count_method IS NULL) AND (attendance IS NULL "
                    + "OR status = 2)"
            );
            table.HasCheckConstraint(
                "ck_event_outcomes_dates",
                "new_ends_on >= new_starts_on AND (new_starts_on IS NULL) = (new_ends_on IS NULL) AND "
                    + "(new_starts_on IS NULL OR status = 4)"
            );
        });
    }
}
