using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A statement and the values that it ran with.</summary>
public sealed record Statement(string Sql, IReadOnlyDictionary<string, object> Parameters);

/// <summary>Records the statements that are sent to the database.</summary>
public sealed class StatementLog : DbCommandInterceptor
{
    private readonly ConcurrentQueue<Statement> _all = new();

    public IReadOnlyList<Statement> All => [.. _all];

    public void Clear() => _all.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        _all.Enqueue(
            new(
                command.CommandText,
                command.Parameters.Cast<DbParameter>().ToDictionary(p => p.ParameterName, p => p.Value!)
            )
        );
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>Makes LIKE on SQLite respect case, as the product's own connections do.</summary>
internal sealed class CaseSensitiveLike : DbConnectionInterceptor
{
    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA case_sensitive_like = ON";
        await pragma.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>Records what is logged.</summary>
/// <param name="least">The lowest level to record.</param>
/// <param name="format">The format of a line, from a level, a message and an exception.</param>
public sealed class MemoryLog(LogLevel least = LogLevel.Warning, string format = "{1} {2}") : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (logLevel >= least)
            _lines.Enqueue(string.Format(null, format, logLevel, formatter(state, exception), exception));
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
