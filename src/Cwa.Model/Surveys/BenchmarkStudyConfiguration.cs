using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class BenchmarkStudyConfiguration : IEntityTypeConfiguration<BenchmarkStudy>
{
    public void Configure(EntityTypeBuilder<BenchmarkStudy> study)
    {
        study.HasOne(s => s.Agency).WithMany().HasForeignKey(s => s.AgencyId).OnDelete(DeleteBehavior.Restrict);
        study.HasIndex(s => new
        {
            s.AgencyId,
            s.ConductedOn,
            s.Id,
        });
        study.ToTable("benchmark_studies");
    }
}
