using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cwa.Model;

/// <summary>The turn of one process to make a database ready, while others that start wait for theirs.</summary>
/// <remarks>
/// EF Core's own lock is not enough. On SQLite it is a row, which outlives a killed process and then keeps everyone
/// from starting. On PostgreSQL it ends with a transaction in the middle of the migrations. A turn lasts until it is
/// given back or its process ends.
/// </remarks>
internal sealed partial class StartingTurn : IAsyncDisposable
{
    private const long LockNumber = 19980303;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100),
        WordAfter = TimeSpan.FromSeconds(1);

    private readonly CwaDbContext _db;
    private FileStream? _file;

    private StartingTurn(CwaDbContext db) => _db = db;

    /// <summary>Waits for the turn. A database that does not exist is created, empty.</summary>
    public static async Task<StartingTurn> TakeAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        var turn = new StartingTurn(db);
        await turn.CreateAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await turn.UntilAsync(
                db.Database.IsSqlite() ? turn.TakesFileAsync : turn.TakesLockAsync,
                cancellationToken
            );
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            throw;
        }

        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_file is not null)
                await _file.DisposeAsync();
            // A connection that broke has lost the lock as well.
            else if (_db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
                await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber})");
        }
        finally
        {
            await _db.Database.CloseConnectionAsync();
        }
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var creator = _db.GetService<IRelationalDatabaseCreator>();
        await UntilAsync(ExistsAsync, cancellationToken);

        async Task<bool> ExistsAsync(CancellationToken token)
        {
            if (await creator.ExistsAsync(token))
                return true;
            try
            {
                await creator.CreateAsync(token);
                return true;
            }
            catch (PostgresException other) when (IsBeingCreated(other.SqlState))
            {
                return false;
            }
        }
    }

    // Another process creates the same database, or any other from the same template.
    private static bool IsBeingCreated(string state) =>
        state
            is PostgresErrorCodes.DuplicateDatabase
                or PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.ObjectInUse;

    // Asked again and again, because a statement that waits for a lock would run into its own time-out.
    private Task<bool> TakesLockAsync(CancellationToken cancellationToken) =>
        _db
            .Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({LockNumber}) AS \"Value\"")
            .SingleAsync(cancellationToken);

    // The file is never deleted: a new one of the same name could be locked while the deleted one still is.
    private Task<bool> TakesFileAsync(CancellationToken cancellationToken)
    {
        var path = _db.Database.GetDbConnection().DataSource + "-migrating";
        try
        {
            _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Task.FromResult(true);
        }
        catch (IOException) when (File.Exists(path))
        {
            return Task.FromResult(false);
        }
    }

    private async Task UntilAsync(Func<CancellationToken, Task<bool>> holds, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; !await holds(cancellationToken); waited += Pause)
        {
            if (waited == WordAfter)
                LogWaiting(_db.GetService<ILoggerFactory>().CreateLogger<StartingTurn>());
            await Task.Delay(Pause, cancellationToken);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Another process makes the database ready. This one goes on when that one has ended."
    )]
    private static partial void LogWaiting(ILogger logger);
}
