using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class AnalysisConfiguration : IEntityTypeConfiguration<Analysis>
{
    public void Configure(EntityTypeBuilder<Analysis> analysis)
    {
        analysis.HasOne(a => a.Agency).WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        analysis.PrimitiveCollection(a => a.Categories);
        analysis.HasIndex(a => new
        {
            a.AgencyId,
            a.ConductedOn,
            a.Id,
        });
        analysis.ToTable(
            "analyses",
            table => table.HasCheckConstraint("ck_analyses_to_month", "to_month >= from_month")
        );
    }
}
