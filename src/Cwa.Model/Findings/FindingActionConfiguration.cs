using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class FindingActionConfiguration : IEntityTypeConfiguration<FindingAction>
{
    public void Configure(EntityTypeBuilder<FindingAction> action)
    {
        action
            .HasOne(a => a.Finding)
            .WithMany(f => f.Actions)
            .HasForeignKey(a => a.FindingId)
            .OnDelete(DeleteBehavior.Restrict);
        action.HasIndex(a => new
        {
            a.FindingId,
            a.TakenOn,
            a.Id,
        });
        action.ToTable("finding_actions");
    }
}
