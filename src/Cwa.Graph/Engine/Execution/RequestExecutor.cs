using System.Diagnostics;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>One GraphQL request, however it came.</summary>
internal sealed record GraphRequest(string Query, string? OperationName, Inputs Variables, Inputs Extensions);

/// <summary>Checks a request against the limits, then runs it.</summary>
internal sealed class RequestExecutor(
    GraphSchema schema, IDocumentExecuter executer, DocumentCache documents, Limits limits, ILogger<RequestExecutor> log)
{
    private static readonly IReadOnlyList<IValidationRule> NoRules = [];

    /// <summary>What a caller is told of a fault of ours; the log has the rest under the same trace id.</summary>
    public RequestError Masked(Exception fault)
    {
        var trace = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();
        Log.Failed(log, trace, fault);
        return RequestError.Internal(trace);
    }

    /// <summary>Runs the request; a refusal is an answer like any other.</summary>
    /// <param name="allowed">Refuses kinds of operation that the transport does not carry.</param>
    public async Task<ExecutionResult> ExecuteAsync(
        GraphRequest request, Action<GraphQLOperationDefinition> allowed, IServiceProvider services, CancellationToken cancellationToken)
    {
        schema.Initialize();
        PreparedDocument prepared;
        Preflight preflight;
        var requester = services.GetRequiredService<IRequester>();
        var most = requester.IsSignedIn ? limits.SignedInCost : limits.Cost;
        try
        {
            prepared = documents.Get(request.Query);
            var operation = prepared.Operation(request.OperationName);
            allowed(operation);
            if (operation.Operation == OperationType.Mutation && schema.Mutation is null)
                throw RequestError.Operation("This API has no mutations.");
            if (operation.Operation == OperationType.Subscription && schema.Subscription is null)
                throw RequestError.Operation("This API has no subscriptions.");
            preflight = prepared.Preflight(schema, operation, request.Variables);
            foreach (var field in preflight.Guarded)
                field.Check(requester);
            if (preflight.Cost > most)
                throw RequestError.Cost($"The operation could return {preflight.Cost} objects; at most {most} at once are allowed. Ask for smaller pages.");
        }
        catch (RequestError error)
        {
            return new ExecutionResult(error);
        }

        var result = await executer.ExecuteAsync(new()
        {
            Schema = schema,
            Document = prepared.Document,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = services,
            CancellationToken = cancellationToken,
            Timeout = limits.ExecutionTime,
            ValidationRules = prepared.IsValid ? NoRules : null,
            UnhandledExceptionDelegate = failure =>
            {
                failure.Exception = Masked(failure.OriginalException);
                return Task.CompletedTask;
            },
        });
        if (result.Executed && !prepared.IsValid)
            documents.Keep(request.Query, prepared);
        result.Extensions = new Dictionary<string, object?>
        {
            ["cost"] = new Dictionary<string, object?> { ["objects"] = preflight.Cost, ["most"] = most },
        };
        return result;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A field or an operation failed; its caller was told the trace id {TraceId}.")]
    public static partial void Failed(ILogger log, string traceId, Exception exception);
}
