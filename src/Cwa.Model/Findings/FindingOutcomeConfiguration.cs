using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class FindingOutcomeConfiguration : IEntityTypeConfiguration<FindingOutcome>
{
    public void Configure(EntityTypeBuilder<FindingOutcome> outcome)
    {
        outcome
            .HasOne(o => o.Action)
            .WithMany(a => a.Outcomes)
            .HasForeignKey(o => o.ActionId)
            .OnDelete(DeleteBehavior.Restrict);
        outcome.HasIndex(o => new
        {
            o.ActionId,
            o.ObservedOn,
            o.Id,
        });
        outcome.ToTable("finding_outcomes");
    }
}
