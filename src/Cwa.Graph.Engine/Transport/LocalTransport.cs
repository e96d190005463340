using System.Buffers;
using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Answers requests from this process as those over HTTP are answered.</summary>
public sealed class LocalTransport
{
    private readonly RequestExecutor _executor;
    private readonly OpenScope _scopes;
    private readonly Limits _limits;

    internal LocalTransport(RequestExecutor executor, OpenScope scopes, Limits limits) =>
        (_executor, _scopes, _limits) = (executor, scopes, limits);

    /// <summary>Executes a query or a mutation.</summary>
    /// <param name="request">The body that a client would send, in JSON.</param>
    /// <returns>The body that the client would get, in JSON.</returns>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(
        ReadOnlyMemory<byte> request,
        IRequester requester,
        CancellationToken cancellationToken
    )
    {
        var result = await ResultAsync(request, requester, cancellationToken);
        var answer = new ArrayBufferWriter<byte>();
        ResultWriter.Write(answer, result, _limits);
        return answer.WrittenMemory;
    }

    private async Task<ExecutionResult> ResultAsync(
        ReadOnlyMemory<byte> request,
        IRequester requester,
        CancellationToken cancellationToken
    )
    {
        // A scope of its own, so that one request never reads what another has loaded.
        await using var scope = _scopes(requester);
        try
        {
            var most = requester.IsSignedIn ? _limits.SignedInBodyBytes : _limits.BodyBytes;
            if (request.Length > most)
                throw RequestError.TooLarge(most);
            return await _executor.ExecuteAsync(
                RequestReader.Parse(request, _limits.JsonDepth),
                NoStream,
                scope.ServiceProvider,
                cancellationToken
            );
        }
        catch (RequestError error)
        {
            return new(error);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return new(_executor.Masked(fault));
        }
    }

    private static void NoStream(GraphQLOperationDefinition operation)
    {
        if (operation.Operation == OperationType.Subscription)
            throw RequestError.NoStream();
    }
}
