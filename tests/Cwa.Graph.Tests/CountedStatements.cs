using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cwa.Graph.Tests;

/// <summary>Records the SQL statements that a server has sent for its callers.</summary>
public sealed class CountedStatements : DbCommandInterceptor
{
    private readonly List<string> _statements = [];
    private readonly List<string> _inTransactions = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_statements)
                return [.. _statements];
        }
    }

    /// <summary>Those of transactions, so that nothing that the server does by itself is among them.</summary>
    public IReadOnlyList<string> InTransactions
    {
        get
        {
            lock (_statements)
                return [.. _inTransactions];
        }
    }

    public void Clear()
    {
        lock (_statements)
        {
            _statements.Clear();
            _inTransactions.Clear();
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Count(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Count(DbCommand command)
    {
        if (IsOfTheServerItself(command.CommandText))
            return;

        lock (_statements)
        {
            _statements.Add(command.CommandText);
            if (command.Transaction is not null)
                _inTransactions.Add(command.CommandText);
        }
    }

    // It looks all the time at the feed and at who is revoked, and cleans up keys for the first time when it starts.
    private static bool IsOfTheServerItself(string statement) =>
        statement.Contains(FeedTail.StatementTag, StringComparison.Ordinal)
        || statement.Contains(RevocationReading.StatementTag, StringComparison.Ordinal)
        || (
            statement.StartsWith("DELETE", StringComparison.Ordinal)
            && statement.Contains("idempotency_records", StringComparison.Ordinal)
        );
}
