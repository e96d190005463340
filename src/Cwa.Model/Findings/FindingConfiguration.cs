using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.HasOne(f => f.Agency).WithMany().HasForeignKey(f => f.AgencyId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne(f => f.Event).WithMany().HasForeignKey(f => f.EventId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne(f => f.Survey).WithMany().HasForeignKey(f => f.SurveyId).OnDelete(DeleteBehavior.Restrict);

        finding.HasOne(f => f.Program).WithMany().HasForeignKey(f => f.ProgramId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne(f => f.OwnTheme).WithMany().HasForeignKey(f => f.OwnThemeId).OnDelete(DeleteBehavior.Restrict);

        finding.HasIndex(f => new
        {
            f.AgencyId,
            f.FoundOn,
            f.Id,
        });
        finding.ToTable(
            "findings",
            table =>
                table.HasCheckConstraint(
                    "ck_findings_source",
                    "CASE WHEN event_id IS NULL THEN 0 ELSE 1 END + CASE WHEN survey_id IS NULL THEN 0 ELSE 1 END"
                        + " + CASE WHEN program_id IS NULL THEN 0 ELSE 1 END = 1"
                )
        );
    }
}
