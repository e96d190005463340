using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ProcessChangeConfiguration : IEntityTypeConfiguration<ProcessChange>
{
    public void Configure(EntityTypeBuilder<ProcessChange> change)
    {
        change
            .HasOne(c => c.Problem)
            .WithMany(p => p.Changes)
            .HasForeignKey(c => c.ProblemId)
            .OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new
        {
            c.ProblemId,
            c.EffectiveOn,
            c.Id,
        });
        change.ToTable(table =>
        {
            table.HasCheckConstraint("ck_process_changes_after", "(after IS NULL) = (measured_on IS NULL)");
            table.HasCheckConstraint("ck_process_changes_measured_on", "measured_on >= effective_on");
        });
    }
}
