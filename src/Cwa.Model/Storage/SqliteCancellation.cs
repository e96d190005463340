using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cwa.Model;

/// <summary>Makes a cancellation token stop a running SQLite statement, which the driver would let run on.</summary>
internal sealed class SqliteCancellation : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (result.HasResult || !cancellationToken.CanBeCanceled)
            return new(result);

        var interruption = new SqliteInterruption(command, cancellationToken);
        try
        {
            var reader = interruption.Run(command.ExecuteReader);
            return new(
                InterceptionResult<DbDataReader>.SuppressWithResult(new InterruptibleReader(reader, interruption))
            );
        }
        catch
        {
            interruption.Dispose();
            throw;
        }
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (result.HasResult || !cancellationToken.CanBeCanceled)
            return new(result);

        using var interruption = new SqliteInterruption(command, cancellationToken);
        return new(InterceptionResult<int>.SuppressWithResult(interruption.Run(command.ExecuteNonQuery)));
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        if (result.HasResult || !cancellationToken.CanBeCanceled)
            return new(result);

        using var interruption = new SqliteInterruption(command, cancellationToken);
        return new(InterceptionResult<object>.SuppressWithResult(interruption.Run(command.ExecuteScalar)!));
    }
}
