using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// One message of an operation that goes on: an execution's result as JSON, and the place to resume from.
/// </summary>
public readonly record struct LiveMessage(ReadOnlyMemory<byte> Result, string? Cursor);

/// <summary>Starts subscriptions.</summary>
public interface ILiveOperations
{
    /// <summary>
    /// Starts a request's operation if it is a subscription; a request that cannot be served comes back as a result
    /// that was not executed.
    /// </summary>
    /// <param name="resumeAfter">The cursor from which to go on, in place of the operation's own argument; null to go
    /// by the argument.</param>
    Task<LiveStart> StartAsync(
        GraphRequest request,
        IServiceProvider services,
        string? resumeAfter,
        CancellationToken cancellationToken
    );
}

/// <summary>A subscription that has begun, or why it could not; neither for an operation of another kind.</summary>
/// <param name="Messages">Its messages, as fast as they are taken. A <see cref="RequestError"/> ends it for a reason
/// that the client is told.</param>
/// <param name="Failed">Why it could not begin.</param>
/// <param name="IsSubscription">Whether it is one.</param>
public sealed record LiveStart(IAsyncEnumerable<LiveMessage>? Messages, ExecutionResult? Failed, bool IsSubscription);
