using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ProblemSolvingOutcomeConfiguration : IEntityTypeConfiguration<ProblemSolvingOutcome>
{
    public void Configure(EntityTypeBuilder<ProblemSolvingOutcome> outcome)
    {
        outcome
            .HasOne(o => o.Event)
            .WithMany(e => e.ProblemSolvingOutcomes)
            .HasForeignKey(o => o.EventId)
            .OnDelete(DeleteBehavior.Restrict);

        outcome.HasIndex(o => o.EventId);
        // One for each event that counts, even when two writers race.
        outcome
            .HasIndex(o => o.EventId, "ix_problem_solving_outcomes_one")
            .IsUnique()
            .HasFilter(CorrectableColumns.Counts);
        outcome.ToTable(
            "problem_solving_outcomes",
            table =>
                table.HasCheckConstraint(
                    "ck_problem_solving_outcomes_counts",
                    "appointments >= 0 AND walk_ins >= 0 AND solved_by_phone >= 0 AND cases_opened >= 0 AND "
                        + "cases_resolved >= 0"
                )
        );
    }
}
