using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace Cwa.Graph.Engine;

/// <summary>
/// What a client is told about an error: a code of the catalogue and a message, nothing of an exception.
/// </summary>
internal sealed class ErrorInfo
{
    private const int LongestMessage = 500;

    public required string Message { get; init; }
    public required string Code { get; init; }
    public string? TraceId { get; init; }

    /// <summary>The methods that are allowed, if the request's was not.</summary>
    public string? Allow { get; init; }

    /// <summary>After how many seconds the client should try again.</summary>
    public int? RetryAfter { get; init; }

    public static ErrorInfo Of(ExecutionError error)
    {
        var known = error switch
        {
            RequestError => error,
            // Thrown by one of our scalars for a literal in the document.
            InvalidLiteralError { InnerException: RequestError refused } => refused,
            TimeoutError => RequestError.Timeout(),
            InvalidVariableError => Coded(ErrorCodes.BadUserInput),
            ValidationError => Coded(ErrorCodes.ValidationFailed),
            DocumentError => Coded(ErrorCodes.BadUserInput),
            _ => RequestError.Internal(),
        };
        var ours = known as RequestError;
        return new()
        {
            Message = PlainText.Shortened(known.Message, LongestMessage),
            Code = known.Code!,
            TraceId = ours?.TraceId,
            Allow = ours?.Allow,
            RetryAfter = ours?.RetryAfter,
        };

        ExecutionError Coded(string code) => new(error.Message) { Code = code };
    }

    /// <summary>
    /// Whether an error is our fault and not the caller's: the same request may succeed another time.
    /// </summary>
    public static bool IsOurs(ExecutionError error) =>
        Of(error).Code is ErrorCodes.InternalServerError or ErrorCodes.Timeout or ErrorCodes.Unavailable;
}
