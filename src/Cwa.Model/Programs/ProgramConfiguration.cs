using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class ProgramConfiguration : IEntityTypeConfiguration<Program>
{
    public void Configure(EntityTypeBuilder<Program> program)
    {
        program.HasOne(p => p.Agency).WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);

        program.HasIndex(p => new
        {
            p.AgencyId,
            p.StartsOn,
            p.Id,
        });
        program.ToTable(table => table.HasCheckConstraint("ck_programs_ends_on", "ends_on >= starts_on"));
    }
}
