using System.Data.Common;
using Cwa.Graph;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>Keeps the statements that a server sends for its callers, with the values that it sends with them.</summary>
internal sealed class SentStatements : DbCommandInterceptor
{
    private readonly List<SentStatement> _sent = [];

    /// <summary>Those since the last call.</summary>
    public IReadOnlyList<SentStatement> Take()
    {
        lock (_sent)
        {
            var taken = _sent.ToList();
            _sent.Clear();
            return taken;
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        // The server itself looks at the feed all the time.
        if (!command.CommandText.Contains(FeedTail.StatementTag, StringComparison.Ordinal))
        {
            lock (_sent)
                _sent.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
        }

        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    // A parameter belongs to its command. SQLite's cannot be cloned.
    private static DbParameter Copy(DbParameter parameter) =>
        parameter is ICloneable cloneable
            ? (DbParameter)cloneable.Clone()
            : new SqliteParameter(parameter.ParameterName, parameter.Value);
}

/// <summary>A statement, and the values of its parameters.</summary>
internal sealed record SentStatement(string Text, IReadOnlyList<DbParameter> Parameters)
{
    /// <summary>A command of it, or of it after some words. A parameter can be in one command at a time.</summary>
    public DbCommand On(DbConnection connection, string before = "")
    {
        var command = connection.CreateCommand();
        command.CommandText = before + Text;
        command.Parameters.AddRange(Parameters.ToArray());
        return command;
    }
}
