using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cwa.Model.Tests;

public sealed class CwaModelTests
{
    [Fact]
    public void An_unknown_provider_is_refused_by_name()
    {
        var refused = Refused(("Database:Provider", "Oracle"));

        Assert.Equal("The setting Database:Provider is 'Oracle'; it must be Sqlite or PostgreSql.", refused);
    }

    [Fact]
    public void PostgreSQL_requires_a_connection_string()
    {
        Assert.Contains(
            "ConnectionStrings:Cwa",
            Refused(("Database:Provider", "PostgreSql")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Sqlite", "cwa.db")]
    [InlineData("Sqlite", "Data Sourc=cwa.db")]
    [InlineData("PostgreSql", "Host=a;Pasword=secret")]
    [InlineData("PostgreSql", "Host=a;Port=many")]
    public void An_invalid_connection_string_is_refused_and_not_repeated(string provider, string connectionString)
    {
        var refused = Refused(("Database:Provider", provider), ("ConnectionStrings:Cwa", connectionString));

        Assert.Contains("ConnectionStrings:Cwa", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_the_database_is_a_file_in_the_content_root()
    {
        using var host = Build();
        using var db = host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>().CreateDbContext();

        var root = host.Services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        Assert.Equal(
            Path.Combine(root, "cwa.db"),
            new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource
        );
    }

    [Theory]
    [InlineData("Sqlite", null, true)]
    [InlineData("Sqlite", "Data Source=cwa.db", true)]
    [InlineData("Sqlite", "Data Source=", false)]
    [InlineData("Sqlite", "Mode=ReadOnly", false)]
    [InlineData("Sqlite", "Data Source=cwa.db;Mode=Often", false)]
    [InlineData("PostgreSql", null, false)]
    [InlineData("PostgreSql", "Host=a", true)]
    [InlineData("PostgreSql", "Host=", false)]
    [InlineData("PostgreSql", "Database=cwa", false)]
    [InlineData("PostgreSql", "Host=a;Port=many", false)]
    public void A_connection_string_says_where_the_database_is(string provider, string? text, bool isReadable) =>
        Assert.Equal(isReadable, Database.IsReadable(Enum.Parse<DatabaseProvider>(provider), text));

    [Theory]
    [InlineData("PostgreSql", "Host=a", 3)]
    [InlineData("postgresql", "Host=a;Timeout=7", 7)]
    [InlineData("POSTGRESQL", "Host=a;Timeout=15", 15)]
    public void PostgreSQL_is_reached_within_three_seconds_unless_the_connection_string_says_otherwise(
        string provider,
        string text,
        int seconds
    )
    {
        using var host = Build(("Database:Provider", provider), ("ConnectionStrings:Cwa", text));
        using var db = host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>().CreateDbContext();

        Assert.IsType<PostgreSqlCwaDbContext>(db);
        Assert.Equal(seconds, new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()).Timeout);
    }

    [Theory]
    [InlineData("Host=a", 100, true, "-c jit=off -c default_transaction_read_only=on")]
    [InlineData("Host=a;Max Auto Prepare=0", 0, true, "-c jit=off -c default_transaction_read_only=on")]
    [InlineData("Host=a;No Reset On Close=false", 100, false, "-c jit=off -c default_transaction_read_only=on")]
    [InlineData("Host=a;Options=-c jit=on", 100, true, "-c jit=off -c jit=on -c default_transaction_read_only=on")]
    public void Connections_that_only_read_prepare_their_statements_unless_the_connection_string_says_otherwise(
        string text,
        int prepared,
        bool isKept,
        string options
    )
    {
        using var host = Build(("Database:Provider", "PostgreSql"), ("ConnectionStrings:Cwa", text));
        using var db = host.Services.GetRequiredService<ReadContexts>().CreateDbContext();

        var used = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        Assert.Equal((prepared, isKept, options), (used.MaxAutoPrepare, used.NoResetOnClose, used.Options));
    }

    [Fact]
    public void Whoever_asks_a_scope_gets_the_context_of_the_chosen_database()
    {
        using var host = Build();
        using var scope = host.Services.CreateScope();

        Assert.IsType<SqliteCwaDbContext>(scope.ServiceProvider.GetRequiredService<CwaDbContext>());
        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public void Migrations_are_made_for_either_database_without_a_server()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.True(sqlite.Database.IsSqlite());
        Assert.True(postgreSql.Database.IsNpgsql());
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgreSql.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_clocks_setting_is_the_date_of_the_domain()
    {
        using var host = Build(("Clock:Today", "1998-11-16"));

        Assert.Equal(new(1998, 11, 16), host.Services.GetRequiredService<DomainClock>().Today);
    }

    [Fact]
    public async Task Every_SQLite_connection_is_set_up()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var one = await database.Contexts.CreateDbContextAsync();
        await using var other = await database.Contexts.CreateDbContextAsync();
        await one.Database.OpenConnectionAsync();
        await other.Database.OpenConnectionAsync();

        foreach (var db in new[] { one, other })
        {
            Assert.Equal("wal", await PragmaAsync<string>(db, "journal_mode"));
            Assert.Equal(1, await PragmaAsync<long>(db, "foreign_keys"));
            Assert.Equal(2, await PragmaAsync<long>(db, "synchronous"));
            Assert.Equal(500, await PragmaAsync<long>(db, "busy_timeout"));
            Assert.Equal(2, await PragmaAsync<long>(db, "temp_store"));
        }
    }

    private static async Task<T> PragmaAsync<T>(CwaDbContext db, string name)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static string Refused(params (string Key, string Value)[] settings)
    {
        using var host = Build(settings);
        var refused = Assert.Throws<OptionsValidationException>(() =>
            host.Services.GetRequiredService<IStartupValidator>().Validate()
        );
        return Assert.Single(refused.Failures);
    }

    private static IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, string? (s) => s.Value));
        builder.AddCwaModel();
        return builder.Build();
    }
}
