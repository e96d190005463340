using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Model.Tests;

public sealed class WriteLocksTests
{
    [SkippableFact]
    public async Task On_PostgreSQL_another_writer_for_the_agency_waits_and_one_for_another_does_not()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        var (agency, other) = (await database.Contexts.HasAgencyAsync(), await database.Contexts.HasAgencyAsync());

        await WaitsAsync(
            database,
            db => db.LockAgenciesAsync([agency.Id], default),
            db => db.LockAgenciesAsync([other.Id, agency.Id], default),
            db => db.LockAgenciesAsync([other.Id], default)
        );
    }

    [SkippableFact]
    public async Task On_PostgreSQL_whoever_does_what_bears_the_same_name_waits()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);

        await WaitsAsync(
            database,
            db => db.LockNameAsync("key 1", default),
            db => db.LockNameAsync("key 1", default),
            db => db.LockNameAsync("key 2", default)
        );
    }

    [Fact]
    public async Task SQLite_has_one_writer_anyway()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var agency = await database.Contexts.HasAgencyAsync();
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);

        await db.LockAgenciesAsync([agency.Id], default);
        await db.LockNameAsync("key 1", default);

        Assert.Equal(1, await db.Agencies.CountAsync());
    }

    private static async Task WaitsAsync(
        TestDatabase database,
        Func<CwaDbContext, Task> first,
        Func<CwaDbContext, Task> waits,
        Func<CwaDbContext, Task> passes
    )
    {
        await using var one = await database.Contexts.CreateDbContextAsync();
        await using var other = await database.Contexts.CreateDbContextAsync();
        await using (await one.BeginWriteAsync(default))
        {
            await first(one);
            Assert.Equal(PostgresErrorCodes.LockNotAvailable, await ImpatientAsync(waits));
            Assert.Null(await ImpatientAsync(passes));
        }

        Assert.Null(await ImpatientAsync(waits));

        async Task<string?> ImpatientAsync(Func<CwaDbContext, Task> @lock)
        {
            await using var transaction = await other.BeginWriteAsync(default);
            await other.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '50ms'");
            try
            {
                await @lock(other);
                return null;
            }
            catch (PostgresException refused)
            {
                return refused.SqlState;
            }
        }
    }
}
