using System.Data;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cwa.Model.Tests;

public sealed class SchemaUpdateTests
{
    [Fact]
    public async Task A_database_that_a_killed_process_left_locked_is_brought_up_to_date()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO __EFMigrationsLock (\"Id\", \"Timestamp\") VALUES (1, '1998-03-03')"
        );

        await db.UpdateSchemaAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_does_not_exist_is_created(string provider)
    {
        TestDatabase.Require(provider);
        await using var database = TestDatabase.Absent(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        await db.UpdateSchemaAsync(CancellationToken.None);

        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_process_waits_until_another_has_brought_the_database_up_to_date()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        Task update;
        await using (
            new FileStream(
                db.Database.GetDbConnection().DataSource + "-migrating",
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            )
        )
        {
            update = db.UpdateSchemaAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            Assert.False(update.IsCompleted);
        }

        await update.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_of_a_newer_version_is_left_as_it_is(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(
            db.GetService<IHistoryRepository>().GetInsertScript(new("29991231000000_Later", "99.0.0"))
        );

        var refused = await Assert.ThrowsAsync<NewerSchemaException>(() =>
            db.UpdateSchemaAsync(CancellationToken.None)
        );

        Assert.Contains("29991231000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_a_newer_version_has_only_expanded_is_used_as_it_is(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await HasAsync("29991231000000_ExpandEvents", "29991231000001_ExpandAgencies");
        var used = 0;

        await db.CheckSchemaAsync(UseAsync, CancellationToken.None);
        Assert.Empty(await db.UpdateSchemaAsync(UseAsync, CancellationToken.None));

        Assert.Equal(2, used);
        await HasAsync("29991231000002_ContractEvents");
        await Assert.ThrowsAsync<NewerSchemaException>(() => db.CheckSchemaAsync(UseAsync, CancellationToken.None));

        Task UseAsync(CancellationToken cancellationToken) => Task.FromResult(used++);

        async Task HasAsync(params string[] migrations)
        {
            foreach (var migration in migrations)
                await db.Database.ExecuteSqlRawAsync(
                    db.GetService<IHistoryRepository>().GetInsertScript(new(migration, "99.0.0"))
                );
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_database_from_before_the_first_migration_is_left_as_it_is(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await database.IsOfBeforeTheFirstMigrationAsync();
        await using var db = await database.Contexts.CreateDbContextAsync();
        var before = await StoredAsync(db);

        var refused = await Assert.ThrowsAsync<OlderSchemaException>(() =>
            db.UpdateSchemaAsync(CancellationToken.None)
        );

        Assert.Contains("20261123002213_Initial, 20261128161852_SameNames", refused.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:Cwa", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync(db));
        Assert.Contains("agencies", before);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task One_migration_creates_everything_in_the_model(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        Assert.Single(await db.Database.GetAppliedMigrationsAsync());
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(0, (await db.FeedCounters.SingleAsync()).LastSequence);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Servers_that_start_together_take_turns(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = await database.Contexts.CreateDbContextAsync())
            await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);

        await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(async _ =>
                    {
                        await using var db = await database.Contexts.CreateDbContextAsync();
                        await db.UpdateSchemaAsync(CancellationToken.None);
                    })
            )
            .WaitAsync(TimeSpan.FromSeconds(60));

        await using var updated = await database.Contexts.CreateDbContextAsync();
        Assert.Empty(await updated.Database.GetPendingMigrationsAsync());
    }

    [SkippableFact]
    public async Task A_turn_is_waited_for_longer_than_a_statement_may_take()
    {
        TestDatabase.Require(TestDatabase.PostgreSql);
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var first = await database.Contexts.CreateDbContextAsync();
        await using var second = await database.Contexts.CreateDbContextAsync();
        second.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
        var (holds, ends) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turn = first.UpdateSchemaAsync(
            _ =>
            {
                holds.SetResult();
                return ends.Task;
            },
            CancellationToken.None
        );
        await holds.Task;

        var update = second.UpdateSchemaAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.False(update.IsCompleted);
        ends.SetResult();

        await Task.WhenAll(turn, update).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_server_that_waited_while_a_newer_version_migrated_does_not_start(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var newer = await database.Contexts.CreateDbContextAsync();
        await using var older = await database.Contexts.CreateDbContextAsync();
        Task check = Task.CompletedTask;

        await newer.UpdateSchemaAsync(
            async token =>
            {
                check = older.CheckSchemaAsync(_ => Task.CompletedTask, token);
                await Task.Delay(TimeSpan.FromMilliseconds(500), token);
                await newer.Database.ExecuteSqlRawAsync(
                    newer.GetService<IHistoryRepository>().GetInsertScript(new("29991231000000_Later", "99.0.0")),
                    token
                );
            },
            CancellationToken.None
        );

        await Assert.ThrowsAsync<NewerSchemaException>(() => check.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Servers_that_start_together_without_a_database_create_it_once(string provider)
    {
        TestDatabase.Require(provider);
        await using var database = TestDatabase.Absent(provider);

        var applied = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(async _ =>
                    {
                        await using var db = await database.Contexts.CreateDbContextAsync();
                        return await db.UpdateSchemaAsync(_ => Task.CompletedTask, CancellationToken.None);
                    })
            )
            .WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Single(applied, migrations => migrations.Count > 0);
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(CwaDbContext db)
    {
        var tables = db.Database.IsSqlite()
            ? db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master")
            : db.Database.SqlQuery<string>(
                $"SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'"
            );
        return
        [
            .. (await tables.ToListAsync()).Order(StringComparer.Ordinal),
            .. await db.Database.GetAppliedMigrationsAsync(),
            .. await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM agencies").ToListAsync(),
        ];
    }
}
