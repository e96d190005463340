using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cwa.Graph.Tests;

/// <summary>Records the SQL statements that a server has sent for its callers.</summary>
public sealed class CountedStatements : DbCommandInterceptor
{
    private readonly List<string> _statements = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_statements)
                return [.. _statements];
        }
    }

    public void Clear()
    {
        lock (_statements)
            _statements.Clear();
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (!command.CommandText.Contains(FeedTail.StatementTag, StringComparison.Ordinal))
        {
            lock (_statements)
                _statements.Add(command.CommandText);
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}
