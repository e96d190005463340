using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class PlanReferenceConfiguration : IEntityTypeConfiguration<PlanReference>
{
    public void Configure(EntityTypeBuilder<PlanReference> plan)
    {
        plan.HasOne(p => p.Agency).WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);

        // The same place cited twice is one reference with two citations.
        plan.HasIndex(p => new
            {
                p.AgencyId,
                p.Law,
                p.FiscalYear,
                p.Document,
                p.Section,
            })
            .IsUnique();
        plan.ToTable(table =>
            table.HasCheckConstraint(
                "ck_plan_references_fiscal_year",
                $"fiscal_year BETWEEN {PlanReference.FirstFiscalYear} AND {PlanReference.LastFiscalYear}"
            )
        );
    }
}
