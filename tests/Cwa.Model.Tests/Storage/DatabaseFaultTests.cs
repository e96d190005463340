using System.Net.Sockets;
using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Model.Tests;

public sealed class DatabaseFaultTests
{
    [Theory]
    [InlineData("08000")]
    [InlineData("08006")]
    [InlineData("25006")]
    [InlineData("28P01")]
    [InlineData("3D000")]
    [InlineData("53100")]
    [InlineData("53300")]
    [InlineData("55P03")]
    [InlineData("57014")]
    [InlineData("57P01")]
    [InlineData("57P02")]
    [InlineData("57P03")]
    [InlineData("58030")]
    public void PostgreSQL_is_away_when_its_error_says_so(string sqlState) =>
        Assert.True(DatabaseFault.IsAway(Refusal(sqlState)));

    [Theory]
    [InlineData("09000")]
    [InlineData("20000")]
    [InlineData("22001")]
    [InlineData("23505")]
    [InlineData("40001")]
    [InlineData("40P01")]
    [InlineData("42601")]
    [InlineData("42P01")]
    [InlineData("54000")]
    [InlineData("57000")]
    [InlineData("XX000")]
    public void A_statement_that_PostgreSQL_refuses_is_not_an_outage(string sqlState) =>
        Assert.False(DatabaseFault.IsAway(Refusal(sqlState)));

    [Fact]
    public void PostgreSQL_is_away_when_the_driver_stumbles_over_a_line_that_was_cut()
    {
        string? nothing = null;
        var stumble = Assert.Throws<NullReferenceException>(() => nothing!.Length);
        Assert.False(DatabaseFault.IsAway(stumble));

        stumble.Source = nameof(Npgsql);

        Assert.True(DatabaseFault.IsAway(stumble));
        Assert.True(DatabaseFault.IsAway(new ArgumentOutOfRangeException { Source = nameof(Npgsql) }));
        Assert.True(
            DatabaseFault.IsAway(
                new NpgsqlException(
                    "Received backend message BindComplete while expecting ParseCompleteMessage. Please file a bug."
                )
            )
        );
        Assert.False(DatabaseFault.IsAway(new NpgsqlException("Something else")));
    }

    [Theory]
    [InlineData(3)] // PERM
    [InlineData(5)] // BUSY
    [InlineData(6)] // LOCKED
    [InlineData(7)] // NOMEM
    [InlineData(8)] // READONLY
    [InlineData(10)] // IOERR
    [InlineData(13)] // FULL
    [InlineData(14)] // CANTOPEN
    [InlineData(15)] // PROTOCOL
    public void SQLite_is_away_when_its_file_cannot_be_used(int code) =>
        Assert.True(DatabaseFault.IsAway(new SqliteException("", code, code | (1 << 8))));

    [Theory]
    [InlineData(1)] // ERROR
    [InlineData(9)] // INTERRUPT
    [InlineData(11)] // CORRUPT
    [InlineData(19)] // CONSTRAINT
    public void A_statement_that_SQLite_refuses_is_not_an_outage(int code) =>
        Assert.False(DatabaseFault.IsAway(new SqliteException("", code, code | (1 << 8))));

    [Fact]
    public void Our_own_cancellation_is_no_outage_whatever_the_database_answers() =>
        Assert.False(
            DatabaseFault.IsAway(new DbUpdateException("", new OperationCanceledException("", Refusal("57014"))))
        );

    [Fact]
    public void An_outage_is_found_inside_wrapping_exceptions()
    {
        Assert.True(
            DatabaseFault.IsAway(new InvalidOperationException("", new DbUpdateException("", Refusal("53300"))))
        );
        Assert.True(
            DatabaseFault.IsAway(new NpgsqlException("", new AggregateException(Refusal("42P01"), Refusal("57P03"))))
        );
        Assert.True(
            DatabaseFault.IsAway(new NpgsqlException("The connection pool has been exhausted", new TimeoutException()))
        );
        Assert.True(DatabaseFault.IsAway(new NpgsqlException("No suitable host was found.")));
        Assert.True(DatabaseFault.IsAway(new SocketException((int)SocketError.HostNotFound)));
        Assert.False(DatabaseFault.IsAway(new InvalidOperationException("", new ArgumentException(""))));
        Assert.False(DatabaseFault.IsAway(new NpgsqlException("A statement cannot have more than 65535 parameters")));
        Assert.False(DatabaseFault.IsAway(null));
    }

    [Fact]
    public void Another_broken_connection_is_no_outage_of_the_database()
    {
        Assert.False(DatabaseFault.IsAway(new IOException("", new SocketException((int)SocketError.ConnectionReset))));
        Assert.False(
            DatabaseFault.IsAway(new HttpRequestException("", new SocketException((int)SocketError.ConnectionRefused)))
        );
    }

    [Theory]
    [InlineData(28, true)] // On Linux.
    [InlineData(unchecked((int)0x80070027), true)]
    [InlineData(unchecked((int)0x80070070), true)]
    [InlineData(unchecked((int)0x80131620), false)]
    public void Of_what_goes_wrong_with_a_file_a_full_disk_is_an_outage(int code, bool isAway) =>
        Assert.Equal(isAway, DatabaseFault.IsAway(new IOException("", code)));

    [Fact]
    public void An_outage_is_looked_for_in_all_of_several_exceptions()
    {
        Assert.True(DatabaseFault.IsAway(new AggregateException(Refusal("42P01"), Refusal("57P03"))));
        Assert.False(DatabaseFault.IsAway(new AggregateException(Refusal("42P01"), Refusal("23505"))));
        Assert.True(DatabaseFault.IsAway(new NpgsqlException("", new SocketException())));
        Assert.False(
            DatabaseFault.IsAway(new NpgsqlException("No suitable host was found.", new ArgumentException("")))
        );
    }

    [Fact]
    public void A_file_that_is_no_database_is_none()
    {
        Assert.True(DatabaseFault.IsNone(new SqliteException("", 26)));
        Assert.False(DatabaseFault.IsNone(new SqliteException("", 11)));
        Assert.False(DatabaseFault.IsNone(new IOException("")));
    }

    [SkippableFact]
    public void A_full_disk_is_an_outage()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full here.");
        var full = Assert.ThrowsAny<IOException>(() => File.WriteAllText("/dev/full", "x"));

        Assert.True(DatabaseFault.IsAway(full));
    }

    [Fact]
    public async Task A_server_that_is_not_running_is_away()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=cwa");
        var refused = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await nowhere.OpenConnectionAsync());

        Assert.True(DatabaseFault.IsAway(refused));
    }

    [SkippableFact]
    public async Task A_statement_cancelled_by_a_token_is_no_outage_and_one_cancelled_by_the_server_is()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var session = ((NpgsqlConnection)db.Database.GetDbConnection()).ProcessID;
        using var ours = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SleepAsync(ours.Token));

        var sleeping = SleepAsync(CancellationToken.None);
        await using var other = await database.Contexts.CreateDbContextAsync();
        await CancelAsync();
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() => sleeping);

        Assert.False(DatabaseFault.IsAway(cancelled));
        Assert.True(DatabaseFault.IsAway(stopped));

        Task SleepAsync(CancellationToken token) => db.Database.ExecuteSqlRawAsync("SELECT pg_sleep(30)", token);

        async Task CancelAsync()
        {
            while (!await IsSleepingAsync())
                await Task.Delay(20);
            await other.Database.SqlQuery<bool>($"SELECT pg_cancel_backend({session}) AS \"Value\"").SingleAsync();
        }

        Task<bool> IsSleepingAsync() =>
            other
                .Database.SqlQuery<bool>(
                    $"""
                    SELECT state = 'active' AND query LIKE '%pg_sleep%' AS "Value"
                    FROM pg_stat_activity WHERE pid = {session}
                    """
                )
                .SingleAsync();
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_or_is_gone_is_an_outage()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        await using var readOnly = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await readOnly.OpenAsync();
        await using var gone = new SqliteConnection($"Data Source={file}/elsewhere.db;Pooling=False");
        await using var write = readOnly.CreateCommand();
        write.CommandText = "UPDATE feed_counters SET last_sequence = 1";

        var refused = await Assert.ThrowsAsync<SqliteException>(() => write.ExecuteNonQueryAsync());
        var absent = await Assert.ThrowsAsync<SqliteException>(() => gone.OpenAsync());

        Assert.True(DatabaseFault.IsAway(refused));
        Assert.True(DatabaseFault.IsAway(absent));
    }

    private static PostgresException Refusal(string sqlState) => new("", "ERROR", "ERROR", sqlState);
}
