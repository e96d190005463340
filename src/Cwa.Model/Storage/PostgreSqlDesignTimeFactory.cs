using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cwa.Model;

/// <summary>Lets <c>dotnet ef migrations add</c> work without a running server.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlCwaDbContext>
{
    public PostgreSqlCwaDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlCwaDbContext>();
        Database.UsePostgreSql(options, "Host=localhost", TimeProvider.System);
        return new(options.Options);
    }
}
