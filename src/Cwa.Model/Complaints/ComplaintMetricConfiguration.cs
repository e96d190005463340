using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ComplaintMetricConfiguration : IEntityTypeConfiguration<ComplaintMetric>
{
    public void Configure(EntityTypeBuilder<ComplaintMetric> metric)
    {
        metric.HasOne(m => m.Agency).WithMany().HasForeignKey(m => m.AgencyId).OnDelete(DeleteBehavior.Restrict);
        metric.HasOne(m => m.Category).WithMany().HasForeignKey(m => m.CategoryId).OnDelete(DeleteBehavior.Restrict);
        metric
            .HasIndex(m => new
            {
                m.AgencyId,
                m.Month,
                m.CategoryKey,
                m.ChannelKey,
                m.Covers,
                m.Revision,
            })
            .IsUnique()
            .HasDatabaseName("ix_complaint_metrics_revision");

        // IsCurrent is a column of the index, not only its filter, so that EF Core retires the old revision before it
        // adds the new. The last month stands last, so that the newest figures before a period are found by one seek.
        metric
            .HasIndex(m => new
            {
                m.AgencyId,
                m.CategoryKey,
                m.ChannelKey,
                m.LastMonth,
                m.Covers,
                m.IsCurrent,
            })
            .IsUnique()
            .HasFilter("is_current")
            .HasDatabaseName("ix_complaint_metrics_current");
        metric.HasIndex(m => new { m.Month, m.Id });
        metric.HasIndex(m => new { m.UpdatedAt, m.Id });
        metric.HasIndex(m => new
        {
            m.AgencyId,
            m.Month,
            m.Id,
        });
        // Few figures cover more than a month. Those that hold others are found without a look at these.
        metric
            .HasIndex(m => new
            {
                m.AgencyId,
                m.Month,
                m.LastMonth,
                m.Covers,
            })
            .HasFilter("is_current AND covers <> 1")
            .HasDatabaseName("ix_complaint_metrics_longer");
        // Trends are read from the index alone.
        metric
            .HasIndex(m => new
            {
                m.Month,
                m.AgencyId,
                m.CategoryKey,
                m.ChannelKey,
                m.Covers,
                m.LastMonth,
                m.CategoryId,
                m.Channel,
                m.PendingStart,
                m.Received,
                m.Resolved,
                m.PendingEnd,
                m.MedianDays,
            })
            .HasFilter("is_current")
            .HasDatabaseName("ix_complaint_metrics_figures");
        metric.ToTable(table =>
        {
            // A missing number makes the sum null, and a check that is null passes.
            table.HasCheckConstraint(
                "ck_complaint_metrics_balance",
                "pending_start + received - resolved = pending_end"
            );
            table.HasCheckConstraint(
                "ck_complaint_metrics_counts_missing",
                "(pending_start IS NULL OR received IS NULL OR resolved IS NULL OR pending_end IS NULL OR "
                    + "within_target IS NULL)"
                    + " = (counts_missing IS NOT NULL)"
            );
            table.HasCheckConstraint(
                "ck_complaint_metrics_median_days_missing",
                "(median_days IS NULL) = (median_days_missing IS NOT NULL)"
            );
            table.HasCheckConstraint("ck_complaint_metrics_median_days", "median_days >= 0");
            table.HasCheckConstraint("ck_complaint_metrics_pending_start", "pending_start >= 0");
            table.HasCheckConstraint("ck_complaint_metrics_received", "received >= 0");
            table.HasCheckConstraint("ck_complaint_metrics_resolved", "resolved >= 0");
            table.HasCheckConstraint("ck_complaint_metrics_pending_end", "pending_end >= 0");
            table.HasCheckConstraint("ck_complaint_metrics_within_target", "within_target >= 0");
            table.HasCheckConstraint(
                "ck_complaint_metrics_last_month",
                "last_month >= month AND (covers = 1) = (last_month = month)"
            );
            table.HasCheckConstraint("ck_complaint_metrics_revision", "revision >= 1");
        });
    }
}
