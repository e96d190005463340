using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

internal sealed class AnnualStatementConfiguration : IEntityTypeConfiguration<AnnualStatement>
{
    public void Configure(EntityTypeBuilder<AnnualStatement> statement)
    {
        statement
            .HasOne(s => s.Report)
            .WithMany(r => r.Statements)
            .HasForeignKey(s => s.ReportId)
            .OnDelete(DeleteBehavior.Cascade);
        statement.HasOne(s => s.Standard).WithMany().HasForeignKey(s => s.StandardId).OnDelete(DeleteBehavior.Restrict);
        statement.HasIndex(s => new { s.ReportId, s.Ordinal }).IsUnique();
        statement.ToTable(table => table.HasCheckConstraint("ck_annual_statements_ordinal", "ordinal >= 1"));
    }
}
