using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The records in an embedded SQLite file, the default.</summary>
public sealed class SqliteCwaDbContext(DbContextOptions<SqliteCwaDbContext> options) : CwaDbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TitleMatch.Map(modelBuilder);
    }
}
