using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>One message of an operation that goes on: an execution's result as JSON, and the place to resume from.</summary>
public readonly record struct LiveMessage(ReadOnlyMemory<byte> Result, string? Cursor);

/// <summary>Starts subscriptions. The enumeration throws a RequestError when the operation ends for a reason the client is told, and ends when the source does.</summary>
public interface ILiveOperations
{
    /// <exception cref="RequestError"/> and validation errors come as an ExecutionResult that was not executed: Failed.
    Task<LiveStart> StartAsync(GraphRequest request, IServiceProvider services, string? resumeAfter, CancellationToken cancellationToken);
}

/// <summary>A subscription that has begun, or why it could not; neither for an operation of another kind.</summary>
public sealed record LiveStart(IAsyncEnumerable<LiveMessage>? Messages, ExecutionResult? Failed, bool IsSubscription);
