using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class AgencyThemeConfiguration : IEntityTypeConfiguration<AgencyTheme>
{
    public void Configure(EntityTypeBuilder<AgencyTheme> theme)
    {
        theme.HasOne(t => t.Agency).WithMany().HasForeignKey(t => t.AgencyId).OnDelete(DeleteBehavior.Restrict);
        theme.HasIndex(t => new { t.AgencyId, t.NameSearch }).IsUnique();
    }
}
