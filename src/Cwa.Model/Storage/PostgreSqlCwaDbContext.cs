using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The records in PostgreSQL, which many servers can share.</summary>
public sealed class PostgreSqlCwaDbContext(DbContextOptions<PostgreSqlCwaDbContext> options) : CwaDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // Text is ordered by code point, as SQLite orders it, and not by the server's locale.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
