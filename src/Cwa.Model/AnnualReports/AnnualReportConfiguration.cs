using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class AnnualReportConfiguration : IEntityTypeConfiguration<AnnualReport>
{
    public void Configure(EntityTypeBuilder<AnnualReport> report)
    {
        report.HasOne(r => r.Agency).WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        report.ComplexProperty(r => r.PlainLanguage, PlainLanguageColumns.Configure);
        report
            .HasIndex(r => new
            {
                r.AgencyId,
                r.Year,
                r.YearBasis,
                r.Revision,
            })
            .IsUnique()
            .HasDatabaseName("ix_annual_reports_revision");

        // One published revision a year. The status is a column of the index, not only its filter, so that EF Core
        // supersedes the old revision before it publishes the new.
        report
            .HasIndex(r => new
            {
                r.AgencyId,
                r.Year,
                r.YearBasis,
                r.Status,
            })
            .IsUnique()
            .HasFilter($"status = {(int)AnnualReportStatus.Published}")
            .HasDatabaseName("ix_annual_reports_published");

        // One revision a year that is not published yet.
        report
            .HasIndex(r => new
            {
                r.AgencyId,
                r.Year,
                r.YearBasis,
            })
            .IsUnique()
            .HasFilter($"status < {(int)AnnualReportStatus.Published}")
            .HasDatabaseName("ix_annual_reports_open");
        report.HasIndex(r => new { r.Year, r.Id });
        report.HasIndex(r => new { r.PublishedOn, r.Id });
        report.ToTable(table =>
        {
            table.HasCheckConstraint(
                "ck_annual_reports_year",
                $"year BETWEEN {AnnualReport.FirstYear} AND {AnnualReport.LastYear}"
            );
            table.HasCheckConstraint("ck_annual_reports_revision", "revision >= 1");
            table.HasCheckConstraint(
                "ck_annual_reports_published_on",
                $"(published_on IS NOT NULL) = (status >= {(int)AnnualReportStatus.Published})"
            );
            table.HasCheckConstraint(
                "ck_annual_reports_return_reason",
                $"(return_reason IS NOT NULL) = (status = {(int)AnnualReportStatus.Returned})"
            );
        });
    }
}
