using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cwa.Model;

/// <summary>
/// A span for each statement, for whoever listens. Its name says what the statement does to which tables. Only those
/// that fail, or take a tenth of a second, have its text, without the values of its parameters.
/// </summary>
public sealed class StatementTracing : DbCommandInterceptor
{
    /// <summary>The name by which a listener asks for the spans.</summary>
    public const string SourceName = "Cwa.Model";

    internal static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    private static readonly ActivitySource Source = new(SourceName);

    internal static StatementTracing Instance { get; } = new();

    /// <inheritdoc/>
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData);
        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData);
        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        object? result,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData);
        return new(result);
    }

    /// <inheritdoc/>
    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData, ActivityStatusCode.Error);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task CommandCanceledAsync(
        DbCommand command,
        CommandEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Tell(command, eventData, ActivityStatusCode.Error);
        return Task.CompletedTask;
    }

    /// <summary>Begins the span of a commit; null if nobody listens.</summary>
    internal static Activity? BeginCommit() => Source.StartActivity("commit", ActivityKind.Client);

    private static void Tell(
        DbCommand command,
        CommandEndEventData ended,
        ActivityStatusCode status = ActivityStatusCode.Unset
    )
    {
        if (!Source.HasListeners())
            return;

        var text = command.CommandText;
        using var span = Source.StartActivity(
            StatementSummary.Of(text),
            ActivityKind.Client,
            parentContext: default, // The span around it.
            startTime: ended.StartTime
        );
        if (span is null)
            return;
        // Sent with every span, the texts cost a busy server two of a hundred requests.
        if (status == ActivityStatusCode.Error || ended.Duration >= Slow)
            span.SetTag("db.query.text", text);
        span.SetStatus(status);
        span.SetEndTime((ended.StartTime + ended.Duration).UtcDateTime);
    }
}
