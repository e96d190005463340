using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class SystemicProblemConfiguration : IEntityTypeConfiguration<SystemicProblem>
{
    public void Configure(EntityTypeBuilder<SystemicProblem> problem)
    {
        problem.HasOne(p => p.Agency).WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        problem.HasOne(p => p.Category).WithMany().HasForeignKey(p => p.CategoryId).OnDelete(DeleteBehavior.Restrict);
        problem.HasIndex(p => new { p.FoundOn, p.Id });
        problem.HasIndex(p => new
        {
            p.AgencyId,
            p.FoundOn,
            p.Id,
        });
        problem.ToTable(table =>
            table.HasCheckConstraint("ck_systemic_problems_owner", "(owner IS NULL) = (status = 1)")
        );
    }
}
