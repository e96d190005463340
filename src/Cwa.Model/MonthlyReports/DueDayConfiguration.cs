using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class DueDayConfiguration : IEntityTypeConfiguration<DueDay>
{
    public void Configure(EntityTypeBuilder<DueDay> dueDay) => dueDay.HasIndex(d => d.Month).IsUnique();
}
