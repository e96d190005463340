using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class EventConfiguration : IEntityTypeConfiguration<Event>
{
    public void Configure(EntityTypeBuilder<Event> @event)
    {
        @event.ComplexProperty(e => e.PlainLanguage, PlainLanguageColumns.Configure);
        @event.HasOne(e => e.Agency).WithMany().HasForeignKey(e => e.AgencyId).OnDelete(DeleteBehavior.Restrict);
        @event.HasOne(e => e.Report).WithMany().HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Restrict);
        @event
            .HasMany(e => e.Hosts)
            .WithOne(h => h.Event)
            .HasForeignKey(h => h.EventId)
            .OnDelete(DeleteBehavior.Cascade);

        @event.HasIndex(e => new { e.StartsOn, e.Id });
        @event.HasIndex(e => new
        {
            e.AgencyId,
            e.StartsOn,
            e.Id,
        });
        @event.HasIndex(e => new
        {
            e.State,
            e.StartsOn,
            e.Id,
        });
        @event.HasIndex(e => new
        {
            e.Medium,
            e.StartsOn,
            e.Id,
        });
        @event.HasIndex(e => new
        {
            e.ReportId,
            e.StartsOn,
            e.Id,
        });
        @event.HasIndex(e => new { e.UpdatedAt, e.Id });
        @event
            .HasIndex(e => new
            {
                e.StartsOn,
                e.Id,
                e.IsPublic,
            })
            .HasFilter("is_public")
            .HasDatabaseName("ix_events_public");
        @event.ToTable(table =>
        {
            EventFactsColumns.Check(table, "events");
            // UNCONFIRMED is computed when a past event is read, and never stored.
            table.HasCheckConstraint("ck_events_status_recorded", "status <> 5");
            table.HasCheckConstraint(
                "ck_events_attendance",
                "attendance >= 0 AND (attendance IS NULL) = (count_method IS NULL)"
            );
            table.HasCheckConstraint("ck_events_public", "NOT is_public OR access = 1");
        });
    }
}
