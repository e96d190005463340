using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class WriterGateTests
{
    [Fact]
    public async Task A_second_writer_on_SQLite_waits_for_the_first_and_can_give_up()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var one = await database.Contexts.CreateDbContextAsync();
        await using var other = await database.Contexts.CreateDbContextAsync();
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await using (await one.BeginWriteAsync(default))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.BeginWriteAsync(impatience.Token));

        await using var next = await other.BeginWriteAsync(default);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Uncommitted_changes_are_not_written(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var db = await database.Contexts.CreateDbContextAsync())
        await using (await db.BeginWriteAsync(default))
        {
            db.Add(Samples.Agency());
            await db.SaveChangesAsync();
        }

        await using var reader = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(0, await reader.Agencies.CountAsync());
    }

    [Fact]
    public async Task Readers_continue_during_a_write()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var writer = await database.Contexts.CreateDbContextAsync();
        await using var reader = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await writer.BeginWriteAsync(default);
        writer.Add(Samples.Agency());
        await writer.SaveChangesAsync();

        Assert.Equal(0, await reader.Agencies.CountAsync());
    }

    [Fact]
    public async Task A_writer_waits_for_another_process_as_well_and_the_next_one_is_as_patient_as_before()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var process = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        await process.OpenAsync();
        await using var held = process.BeginTransaction();
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        connection.DefaultTimeout = 17;

        var waiting = db.BeginWriteAsync(default);
        await Task.Delay(TimeSpan.FromMilliseconds(50));
        Assert.False(waiting.IsCompleted);
        await held.RollbackAsync();

        await using (await waiting)
            Assert.Equal(17, connection.DefaultTimeout);
    }

    [Fact]
    public async Task A_writer_that_gives_up_waiting_for_another_process_lets_the_next_one_through()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var process = new SqliteConnection(database.ConnectionString + ";Pooling=False");
        await process.OpenAsync();
        await using var one = await database.Contexts.CreateDbContextAsync();
        await using var other = await database.Contexts.CreateDbContextAsync();
        using var impatience = new CancellationTokenSource();

        await using (process.BeginTransaction())
        {
            var waiting = one.BeginWriteAsync(impatience.Token);
            await impatience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await using var next = await other.BeginWriteAsync(default).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_a_server_can_leave_a_commit_unanswered(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            transaction.CommitAsync(new CancellationToken(canceled: true))
        );

        Assert.Equal(provider == TestDatabase.PostgreSql, failure is CommitUnansweredException);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_fails_is_rolled_back_as_a_whole(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        await using var transaction = await db.BeginWriteAsync(default);

        Assert.False(db.Database.AutoSavepointsEnabled);
    }
}
