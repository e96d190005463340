using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class EventHostConfiguration : IEntityTypeConfiguration<EventHost>
{
    public void Configure(EntityTypeBuilder<EventHost> host)
    {
        host.HasKey(h => new { h.EventId, h.AgencyId });
        host.HasOne(h => h.Agency).WithMany().HasForeignKey(h => h.AgencyId).OnDelete(DeleteBehavior.Restrict);
        host.HasIndex(h => new { h.AgencyId, h.EventId });
        // Few events are joint. This finds the agencies that hold one with its lead, without a look at all others.
        host.HasIndex(h => new { h.EventId, h.AgencyId })
            .HasFilter("NOT is_lead")
            .HasDatabaseName("ix_event_hosts_joint");
    }
}
