using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// One message of a subscription: the result of executing it, as JSON, and the cursor to resume after.
/// </summary>
public readonly record struct LiveMessage(ReadOnlyMemory<byte> Result, string? Cursor);

/// <summary>Starts subscriptions.</summary>
public interface ILiveOperations
{
    /// <summary>
    /// Starts a request's operation if it is a subscription. A request that is refused comes back as a result that was
    /// not executed.
    /// </summary>
    /// <param name="resumeAfter">The cursor to resume after, instead of the field's argument; null to use the
    /// argument.</param>
    Task<LiveStart> StartAsync(
        GraphRequest request,
        IServiceProvider services,
        string? resumeAfter,
        CancellationToken cancellationToken
    );
}

/// <summary>
/// A subscription that has started, or why it could not. Neither is given for another kind of operation.
/// </summary>
/// <param name="Messages">Its messages, read only as fast as the caller takes them. A <see cref="RequestError"/> ends
/// them for a reason that the client is told.</param>
/// <param name="Failed">Why it could not start.</param>
public sealed record LiveStart(IAsyncEnumerable<LiveMessage>? Messages, ExecutionResult? Failed);
