using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>What the caller of a mutation is told when it failed.</summary>
internal static class MutationFailure
{
    /// <summary>The error that says that the database is away; null if there is none.</summary>
    public static RequestError? UnavailableIn(ExecutionResult result) =>
        result.Errors?.OfType<RequestError>().FirstOrDefault(error => error.Code == ErrorCodes.Unavailable);

    /// <summary>
    /// The result that tells what was done: nothing, if the mutation failed. It has itself repeated what was safe to
    /// repeat.
    /// </summary>
    public static ExecutionResult Told(PreparedRequest prepared, ExecutionResult result)
    {
        // When its time was up, the mutation may have written a part, or everything.
        if (result.Errors!.Any(error => error is TimeoutError))
            return new(RequestError.MutationTimeout());
        if (UnavailableIn(result) is not { } error)
            return result;
        if (prepared.Operation.SelectionSet.Selections is [GraphQLField] && error.Path?.Count() == 1)
            return new(error);

        result.Errors =
        [
            .. result.Errors!.Select(e =>
                e.Code == ErrorCodes.Unavailable && e.Path?.Count() > 1 ? RequestError.AnswerUnread(e) : e
            ),
        ];
        return result;
    }
}
