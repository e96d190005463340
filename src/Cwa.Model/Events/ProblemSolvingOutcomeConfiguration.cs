using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ProblemSolvingOutcomeConfiguration : IEntityTypeConfiguration<ProblemSolvingOutcome>
{
    public void Configure(EntityTypeBuilder<ProblemSolvingOutcome> outcome)
    {
        outcome
            .HasOne(o => o.Event)
            .WithOne()
            .HasForeignKey<ProblemSolvingOutcome>(o => o.EventId)
            .OnDelete(DeleteBehavior.Restrict);
        outcome.ToTable(table =>
            table.HasCheckConstraint(
                "ck_problem_solving_outcomes_counts",
                "appointments >= 0 AND walk_ins >= 0 AND solved_by_phone >= 0 AND cases_opened >= 0 AND "
                    + "cases_resolved >= 0"
            )
        );
    }
}
