using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class MeasurementConfiguration : IEntityTypeConfiguration<Measurement>
{
    public void Configure(EntityTypeBuilder<Measurement> measurement)
    {
        measurement
            .HasOne(m => m.Standard)
            .WithMany(s => s.Measurements)
            .HasForeignKey(m => m.StandardId)
            .OnDelete(DeleteBehavior.Restrict);
        measurement
            .HasIndex(m => new
            {
                m.StandardId,
                m.FromMonth,
                m.ToMonth,
            })
            .IsUnique()
            .HasFilter(CorrectableColumns.Counts);
        measurement.HasIndex(m => new { m.StandardId, m.ToMonth });
        measurement.HasIndex(m => new { m.ToMonth, m.Id });
        measurement.ToTable(
            "measurements",
            table =>
            {
                table.HasCheckConstraint("ck_measurements_to_month", "to_month >= from_month");
                table.HasCheckConstraint(
                    "ck_measurements_value_missing",
                    "(value IS NULL) = (value_missing IS NOT NULL)"
                );
                table.HasCheckConstraint("ck_measurements_met", "(value IS NULL) = (met IS NULL)");
            }
        );
    }
}
