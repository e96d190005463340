using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class PlanCitationConfiguration : IEntityTypeConfiguration<PlanCitation>
{
    public void Configure(EntityTypeBuilder<PlanCitation> citation)
    {
        citation.HasOne(c => c.Plan).WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
        citation
            .HasOne(c => c.AnnualReport)
            .WithMany()
            .HasForeignKey(c => c.AnnualReportId)
            .OnDelete(DeleteBehavior.Restrict);
        citation
            .HasOne(c => c.Measurement)
            .WithMany()
            .HasForeignKey(c => c.MeasurementId)
            .OnDelete(DeleteBehavior.Restrict);
        citation.HasOne(c => c.Finding).WithMany().HasForeignKey(c => c.FindingId).OnDelete(DeleteBehavior.Restrict);

        // Null where another record cites the place; nulls are never duplicates of each other.
        citation.HasIndex(c => new { c.AnnualReportId, c.PlanId }).IsUnique().HasFilter(CorrectableColumns.Counts);
        citation.HasIndex(c => new { c.MeasurementId, c.PlanId }).IsUnique().HasFilter(CorrectableColumns.Counts);
        citation.HasIndex(c => new { c.FindingId, c.PlanId }).IsUnique().HasFilter(CorrectableColumns.Counts);
        citation.HasIndex(c => c.AnnualReportId);
        citation.HasIndex(c => c.MeasurementId);
        citation.HasIndex(c => c.FindingId);
        citation.ToTable(
            "plan_citations",
            table =>
                table.HasCheckConstraint(
                    "ck_plan_citations_one_target",
                    "CASE WHEN annual_report_id IS NULL THEN 0 ELSE 1 END + CASE WHEN measurement_id IS NULL "
                        + "THEN 0 ELSE 1 END"
                        + " + CASE WHEN finding_id IS NULL THEN 0 ELSE 1 END = 1"
                )
        );
    }
}
