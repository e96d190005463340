using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Cwa.Model.Tests;

public sealed class ReadContextsTests
{
    [SkippableFact]
    public async Task Nobody_writes_over_a_connection_that_only_reads()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        using var host = HostOf(database);
        await using var db = host.Services.GetRequiredService<ReadContexts>().CreateDbContext();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Agencies.ExecuteDeleteAsync());

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [SkippableFact]
    public async Task A_statement_that_is_read_again_and_again_is_prepared_and_stays_so()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        using var host = HostOf(database);
        var contexts = host.Services.GetRequiredService<ReadContexts>();

        // Each time the connection goes back to the pool in between.
        for (var i = 0; i < 6; i++)
        {
            await using var db = contexts.CreateDbContext();
            await db.Agencies.CountAsync();
        }

        await using var last = contexts.CreateDbContext();
        var prepared = await last
            .Database.SqlQuery<string>($"SELECT statement AS \"Value\" FROM pg_prepared_statements")
            .ToListAsync();
        Assert.Contains(prepared, statement => statement.Contains("FROM agencies", StringComparison.Ordinal));
    }

    private static IHost HostOf(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = database.Provider,
                ["ConnectionStrings:Cwa"] = database.ConnectionString,
            }
        );
        builder.AddCwaModel();
        return builder.Build();
    }
}
