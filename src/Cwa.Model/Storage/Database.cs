using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>How each of the two databases is reached.</summary>
internal static class Database
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas(), new SqliteCancellation());

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString)
        .UseSnakeCaseNamingConvention();
}
