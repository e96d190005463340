using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Cwa.Model;

/// <summary>Lets <c>dotnet ef migrations add</c> work without a running server.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCwaDbContext>
{
    public SqliteCwaDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteCwaDbContext>();
        Database.UseSqlite(options, "Data Source=:memory:", TimeProvider.System);
        return new(options.Options);
    }
}
