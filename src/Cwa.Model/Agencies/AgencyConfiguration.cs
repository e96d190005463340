using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.HasOne(a => a.Parent).WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);

        agency.HasIndex(a => a.AbbreviationSearch).IsUnique();
        agency.HasIndex(a => a.Abbreviation);
        agency.HasIndex(a => new { a.Name, a.Id });
        agency.ToTable(table =>
        {
            table.HasCheckConstraint("ck_agencies_abbreviation", "length(abbreviation) >= 1");
            table.HasCheckConstraint("ck_agencies_parent", "parent_id <> id");
            table.HasCheckConstraint(
                "ck_agencies_depth",
                "depth BETWEEN 1 AND 3 AND (depth = 1) = (parent_id IS NULL)"
            );
            table.HasCheckConstraint("ck_agencies_active", "active_to > active_from");
        });
    }
}
