using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class MonthlyReportConfiguration : IEntityTypeConfiguration<MonthlyReport>
{
    public void Configure(EntityTypeBuilder<MonthlyReport> report)
    {
        report.HasOne(r => r.Agency).WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);

        // One chain of revisions per agency and month, with at most one draft, one undecided and one current, even when
        // two writers race. The status is a column of the index, not only its filter, so that EF Core amends the old
        // revision before it accepts the new.
        report
            .HasIndex(r => new
            {
                r.AgencyId,
                r.Month,
                r.Revision,
            })
            .IsUnique();
        report
            .HasIndex(r => new
            {
                r.AgencyId,
                r.Month,
                r.Status,
            })
            .IsUnique()
            .HasFilter("status IN (1, 2, 3)");
        report.HasIndex(r => new { r.Month, r.Id });
        report.HasIndex(r => new { r.UpdatedAt, r.Id });
        report.HasIndex(r => new
        {
            r.AgencyId,
            r.Month,
            r.Id,
        });
        report.HasIndex(r => new
        {
            r.Status,
            r.Month,
            r.Id,
        });
        report.ToTable(table =>
        {
            table.HasCheckConstraint(
                "ck_monthly_reports_revision",
                "revision >= 1 AND (status = 1) = (revision IS NULL)"
            );
            table.HasCheckConstraint("ck_monthly_reports_events", "event_count BETWEEN 0 AND 500");
            table.HasCheckConstraint("ck_monthly_reports_nil", "status = 1 OR nil = (event_count = 0)");
            table.HasCheckConstraint(
                "ck_monthly_reports_submitted",
                "(status = 1) = (submitted_at IS NULL) AND (status = 1) = (submitted_by IS NULL)"
            );
            table.HasCheckConstraint(
                "ck_monthly_reports_decided",
                "(status IN (1, 2, 6)) = (decided_at IS NULL) AND (status IN (1, 2, 6)) = (decided_by IS NULL)"
            );
            table.HasCheckConstraint(
                "ck_monthly_reports_recalled",
                "(status = 6) = (recalled_at IS NOT NULL) AND (status = 6) = (recalled_by IS NOT NULL) "
                    + "AND (status = 6 OR recall_reason IS NULL)"
            );
            table.HasCheckConstraint(
                "ck_monthly_reports_recorded",
                "(submission_recorded_at IS NULL) = (submitted_at IS NULL) AND (decision_recorded_at IS "
                    + "NULL) = (decided_at IS NULL) "
                    + "AND (amendment_recorded_at IS NULL) = (status <> 5) AND (recall_recorded_at IS NULL) = (status <> 6)"
            );
            table.HasCheckConstraint("ck_monthly_reports_returned", "(status = 4) = (return_reason IS NOT NULL)");
        });
    }
}
