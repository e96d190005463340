using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Runs a request that has passed all checks once.</summary>
internal sealed class RequestRun(GraphSchema schema, IDocumentExecuter executer, DocumentCache documents, Limits limits)
{
    private static readonly IReadOnlyList<IValidationRule> NoRules = [];
    private static readonly Dictionary<string, object?> NoContext = [];

    /// <summary>Runs it.</summary>
    /// <param name="root">As for <see cref="RequestExecutor.RunAsync"/>.</param>
    /// <param name="masked">What the caller is told of an exception; null to keep it, for whoever tries again.</param>
    public async Task<ExecutionResult> TryAsync(
        PreparedRequest prepared,
        object? root,
        IServiceProvider services,
        string? resumeAfter,
        Func<Exception, RequestError>? masked,
        CancellationToken cancellationToken
    )
    {
        var (request, document) = (prepared.Request, prepared.Document);
        if (prepared.Operation.Operation == OperationType.Query)
            services.GetRequiredService<ReadScope>().Needed = document.Needed(schema, prepared.Operation);
        var result = await executer.ExecuteAsync(
            new()
            {
                Schema = schema,
                Document = document.Document,
                Query = request.Query,
                OperationName = request.OperationName,
                Variables = request.Variables,
                Extensions = request.Extensions,
                Root = root,
                UserContext = resumeAfter is null
                    ? NoContext
                    : new Dictionary<string, object?> { [RequestExecutor.LastEventId] = resumeAfter },
                RequestServices = services,
                CancellationToken = cancellationToken,
                // Writes wait for each other; on SQLite all of them do.
                Timeout =
                    prepared.Operation.Operation == OperationType.Mutation
                        ? limits.WriteTime + limits.ExecutionTime
                        : limits.ExecutionTime,
                ValidationRules =
                    document.IsValid && !ValuesRule.HasNullForDefault(prepared.Operation, request.Variables)
                        ? NoRules
                        : DocumentRules.All,
                UnhandledExceptionDelegate = failure =>
                {
                    var fault = failure.OriginalException;
                    failure.Exception = masked?.Invoke(fault) ?? RequestError.Internal(cause: fault);
                    return Task.CompletedTask;
                },
            }
        );
        if (result.Executed && !document.IsValid)
            documents.Keep(request.Query, document);
        if (result.Errors?.OfType<InvalidVariableError>().ToList() is [_, ..] refusals)
            result.Errors = VariableCheck.Of(
                schema,
                document.Document,
                prepared.Operation,
                request.Variables,
                refusals
            );
        return result;
    }
}
