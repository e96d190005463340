using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>
{
    public void Configure(EntityTypeBuilder<Survey> survey)
    {
        survey.HasOne(s => s.Agency).WithMany().HasForeignKey(s => s.AgencyId).OnDelete(DeleteBehavior.Restrict);
        survey.PrimitiveCollection(s => s.Ratings);
        survey.HasIndex(s => new
        {
            s.AgencyId,
            s.ConductedTo,
            s.Id,
        });
        survey.HasIndex(s => new { s.ConductedTo, s.Id });
        survey.ToTable(
            "surveys",
            table =>
            {
                table.HasCheckConstraint("ck_surveys_conducted_to", "conducted_to >= conducted_from");
                table.HasCheckConstraint(
                    "ck_surveys_counts_missing",
                    "(population IS NULL OR offered IS NULL OR responses IS NULL) = (counts_missing IS NOT NULL)"
                );
                table.HasCheckConstraint("ck_surveys_population", "population >= 0");
                table.HasCheckConstraint("ck_surveys_offered", "offered >= 0");
                table.HasCheckConstraint("ck_surveys_responses", "responses >= 0");
                table.HasCheckConstraint("ck_surveys_mean_rating", "mean_rating BETWEEN 1 AND 5");
            }
        );
    }
}
