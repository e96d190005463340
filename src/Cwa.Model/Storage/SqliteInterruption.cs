using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cwa.Model;

/// <summary>
/// Until it is disposed, its token interrupts the connection's statement. Dispose it before the connection is used
/// again.
/// </summary>
internal sealed class SqliteInterruption : IDisposable
{
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _registration;

    public SqliteInterruption(DbCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cancellationToken = cancellationToken;
        var handle = ((SqliteConnection)command.Connection!).Handle;
        _registration = cancellationToken.UnsafeRegister(_ => raw.sqlite3_interrupt(handle), null);
    }

    /// <summary>Runs a step of the statement.</summary>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    public T Run<T>(Func<T> step)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return step();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("The statement was interrupted.", exception, _cancellationToken);
        }
    }

    // Waits for an interruption that is under way, so that it does not hit a later statement.
    public void Dispose() => _registration.Dispose();
}
