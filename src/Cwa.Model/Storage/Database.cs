using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>How each of the two databases is reached.</summary>
internal static class Database
{
    // A list is one parameter, not one for each of its values: one statement and one plan for lists of every length.

    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(new SqlitePragmas(), new SqliteCancellation());

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention();
}
