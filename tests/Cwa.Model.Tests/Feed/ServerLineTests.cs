using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>Servers hear of each other's writes, and know how many they are.</summary>
public sealed class ServerLineTests
{
    [SkippableFact]
    public async Task A_commit_on_PostgreSQL_wakes_who_listens()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var listening = await database.Contexts.CreateDbContextAsync();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var written = new SemaphoreSlim(0);
        var listener = ServerLine.ListenAsync(listening, WrittenAsync, _ => { }, end.Token);
        await written.WaitAsync(end.Token);

        await using (var db = await database.Contexts.CreateDbContextAsync())
        await using (var transaction = await db.BeginWriteAsync(default))
        {
            await FeedCounter.TakeAsync(db, 1, default);
            Assert.Equal(0, written.CurrentCount);
            await transaction.CommitAsync(default);
        }

        await written.WaitAsync(end.Token);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener);

        Task WrittenAsync()
        {
            written.Release();
            return Task.CompletedTask;
        }
    }

    [SkippableFact]
    public async Task Servers_on_PostgreSQL_count_each_other_until_one_ends()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var other = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        var counts = new int[2];
        var lines = new[] { ListenAsync(0, end.Token), ListenAsync(1, other.Token) };

        await UntilAsync(() => counts is [2, 2]);
        await other.CancelAsync();
        await UntilAsync(() => counts[0] == 1);

        await end.CancelAsync();
        foreach (var line in lines)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line);

        async Task UntilAsync(Func<bool> isSo)
        {
            while (!isSo())
                await Task.Delay(20, end.Token);
        }

        async Task ListenAsync(int server, CancellationToken ended)
        {
            await using var db = await database.Contexts.CreateDbContextAsync(ended);
            await ServerLine.ListenAsync(db, () => Task.CompletedTask, count => counts[server] = count, ended);
        }
    }

    [Fact]
    public async Task SQLite_tells_nothing_of_other_processes()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();
        using var end = new CancellationTokenSource();
        var told = false;
        var listener = ServerLine.ListenAsync(db, () => Task.FromResult(told = true), _ => { }, end.Token);
        Assert.False(listener.IsCompleted);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener);
        Assert.False(told);
    }
}
