using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Cwa.Model.Tests;

public sealed class CwaModelTests
{
    [Fact]
    public void An_unknown_provider_is_named()
    {
        var refused = Refused(("Database:Provider", "Oracle"));

        Assert.Equal("The setting Database:Provider is 'Oracle'; it is Sqlite or PostgreSql.", refused);
    }

    [Fact]
    public void PostgreSQL_needs_a_connection_string()
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
    public void A_connection_string_that_is_none_is_refused_and_not_repeated(string provider, string connectionString)
    {
        var refused = Refused(("Database:Provider", provider), ("ConnectionStrings:Cwa", connectionString));

        Assert.Contains("ConnectionStrings:Cwa", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void By_default_the_records_are_in_a_file_of_the_content_root()
    {
        using var host = Build();
        using var db = host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>().CreateDbContext();

        var root = host.Services.GetRequiredService<IHostEnvironment>().ContentRootPath;
        Assert.Equal(
            Path.Combine(root, "cwa.db"),
            new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource
        );
    }

    [Fact]
    public void The_setting_of_the_clock_is_the_domains_date()
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
