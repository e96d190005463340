using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>Why a request cannot be served, and what the client can do about it.</summary>
public sealed class RequestError : ExecutionError
{
    // In seconds. The database is usually back by then; an export takes longer.
    private const int SoonAgain = 5,
        OnceOneHasEnded = 10;

    private const string SendAgain = "With an `idempotencyKey` it is safe to send it again; without one, look first.";

    /// <summary>The id under which the log has a fault of ours.</summary>
    internal string? TraceId { get; private init; }

    /// <summary>The methods that are allowed, if the request's was not.</summary>
    internal string? Allow { get; private init; }

    /// <summary>After how many seconds the client should try again.</summary>
    internal int? RetryAfter { get; private init; }

    private RequestError(string code, string message, Exception? cause = null)
        : base(message, cause) => Code = code;

    internal static RequestError Bad(string message) => new(ErrorCodes.BadRequest, message);

    internal static RequestError GivenTwice(string parameter) => Bad($"The parameter `{parameter}` is given twice.");

    internal static RequestError BadBody() =>
        Bad(
            "The body ended early, or is not framed as the headers say. "
                + "Send `Content-Length` with its length in bytes, or whole chunks (RFC 9112, 7.1)."
        );

    internal static RequestError NotFound(string message) => new(ErrorCodes.NotFound, message);

    internal static RequestError Parse(string message) => new(ErrorCodes.ParseFailed, message);

    internal static RequestError Invalid(string message) => new(ErrorCodes.ValidationFailed, message);

    internal static RequestError Operation(string message) => new(ErrorCodes.OperationNotFound, message);

    internal static RequestError Limit(string message) => new(ErrorCodes.LimitExceeded, message);

    internal static RequestError Input(string message) => new(ErrorCodes.BadUserInput, message);

    internal static RequestError Cost(string message) => new(ErrorCodes.CostExceeded, message);

    internal static RequestError PageSize(string message) => new(ErrorCodes.InvalidPageSize, message);

    internal static RequestError InvalidCursor(string argument) =>
        new(
            ErrorCodes.InvalidCursor,
            $"`{argument}` is not a cursor of this list in this order. "
                + "Use one that the list returned, unchanged, and keep `order` as it was."
        );

    internal static RequestError CursorExpired(string argument) =>
        new(
            ErrorCodes.CursorExpired,
            $"`{argument}` is older than what is still kept here. "
                + $"Read the records themselves again, then follow without `{argument}`."
        );

    internal static RequestError InvalidId() =>
        new(
            ErrorCodes.InvalidId,
            "This is not an id of this API. "
                + "Use one that a field `id` returned, unchanged, such as \"QWdlbmN5OjAwY2Vm…\"."
        );

    internal static RequestError Unauthenticated(string field) =>
        new(ErrorCodes.Unauthenticated, $"`{field}` is not public. Sign in first.");

    internal static RequestError Forbidden(string field, IReadOnlyList<string> roles) =>
        new(
            ErrorCodes.Forbidden,
            roles.Count == 0
                ? $"`{field}` is not public, and you have no role that opens it."
                : $"`{field}` needs the role {string.Join(" or ", roles)}."
        );

    internal static RequestError BadToken() =>
        new(
            ErrorCodes.Unauthenticated,
            "The token in `Authorization` is not one that is accepted here. "
                + "Get a new one, or ask without it for what is public."
        );

    internal static RequestError SignInEnded() =>
        new(ErrorCodes.Unauthenticated, "Your sign-in has ended. Sign in again, and resume after the last event.");

    internal static RequestError SignedOut() =>
        new(
            ErrorCodes.Unauthenticated,
            "The cookie of your sign-in is not accepted, or no longer. "
                + "Sign in again, or ask without it for what is public."
        );

    internal static RequestError ForeignPage() =>
        new(
            ErrorCodes.OriginNotAllowed,
            "This request carries your sign-in, but it was not a page of this server that sent it. "
                + "Open a page of this server and do it there; a program sends a token in `Authorization` instead."
        );

    internal static RequestError Origin(string origin) =>
        new(
            ErrorCodes.OriginNotAllowed,
            $"Pages of {origin} may not connect. The operator of this API can add the origin to its settings."
        );

    internal static RequestError TooManyOperations(int most) =>
        new(
            ErrorCodes.TooManyOperations,
            $"A socket runs at most {most} operations at once. Complete one first, or open another socket."
        );

    internal static RequestError TooManyExports(string whose) =>
        new(ErrorCodes.TooManyExports, $"{whose} Try again when one has ended.") { RetryAfter = OnceOneHasEnded };

    internal static RequestError RateLimited(string limit, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        var time = seconds == 1 ? "a second" : $"{seconds} seconds";
        return new(ErrorCodes.RateLimited, $"{limit} Wait {time}, then ask again.") { RetryAfter = seconds };
    }

    internal static RequestError Timeout() =>
        new(ErrorCodes.Timeout, "The operation took too long and was stopped. Ask for less at once.")
        {
            RetryAfter = SoonAgain,
        };

    internal static RequestError MutationTimeout() =>
        new(
            ErrorCodes.Timeout,
            "The operation took too long and was stopped, so it is not known how much of it was done. " + SendAgain
        )
        {
            RetryAfter = SoonAgain,
        };

    internal static RequestError Unavailable() =>
        Unavailable("The database is away for now. Nothing was changed; try again in a few seconds.");

    // No longer than this: it is also the reason of a socket's close frame, which holds 123 bytes.
    internal static RequestError SignInUnavailable() =>
        Unavailable(
            "The directory that signs people in is away for now, so no token can be checked. "
                + "Try again in a few seconds."
        );

    internal static RequestError WriterBusy() =>
        Unavailable("Another write is taking long, perhaps an import. Nothing was written; try again in a while.");

    internal static RequestError OutcomeUnknown(string advice = SendAgain) =>
        Unavailable($"The database did not answer, so it is not known whether this was done. {advice}");

    /// <summary>The mutation was done, or refused, but then a field of its answer could not be read.</summary>
    internal static RequestError AnswerUnread(ExecutionError at)
    {
        var error = Unavailable(
            "The database is away for now, so this part of the answer was not read. "
                + "What the mutation did stands; ask for the rest with a query.",
            at.Path
        );
        at.Locations?.ForEach(error.AddLocation);
        return error;
    }

    private static RequestError Unavailable(string message, IEnumerable<object>? path = null) =>
        new(ErrorCodes.Unavailable, message) { RetryAfter = SoonAgain, Path = path };

    internal static RequestError Internal(string? traceId = null, Exception? cause = null) =>
        new(ErrorCodes.InternalServerError, "Unexpected Execution Error", cause) { TraceId = traceId };

    /// <summary>The error as the client is told it, with the id under which the log has it.</summary>
    internal static RequestError Traced(ExecutionError error, string traceId)
    {
        var info = ErrorInfo.Of(error);
        var traced = new RequestError(info.Code, info.Message) { TraceId = traceId, Path = error.Path };
        error.Locations?.ForEach(traced.AddLocation);
        return traced;
    }

    internal static RequestError TooLarge(long most) =>
        new(ErrorCodes.PayloadTooLarge, $"The body is larger than {most} bytes.");

    internal static RequestError MediaType(string message) => new(ErrorCodes.UnsupportedMediaType, message);

    /// <param name="allow">The methods that are allowed, as the header `Allow` lists them.</param>
    internal static RequestError Method(string message, string allow) =>
        new(ErrorCodes.MethodNotAllowed, message) { Allow = allow };

    internal static RequestError NotAcceptable() =>
        new(
            ErrorCodes.NotAcceptable,
            "`Accept` names no media type that this API sends. Send `Accept: application/json`, "
                + "`application/graphql-response+json` or, for an event stream, `text/event-stream`."
        );

    internal static RequestError NoStream() =>
        new(
            ErrorCodes.NotAcceptable,
            "A subscription is answered by an event stream. "
                + "Send `Accept: text/event-stream`, alone or beside other types, "
                + "or open a WebSocket of the subprotocol graphql-transport-ws."
        );

    // Apollo Client and others recognise these two errors by their message.
    internal static RequestError PersistedQueryNotSupported() =>
        new(ErrorCodes.PersistedQueryNotSupported, nameof(PersistedQueryNotSupported));

    internal static RequestError PersistedQueryNotFound() =>
        new(ErrorCodes.PersistedQueryNotFound, nameof(PersistedQueryNotFound));

    internal static RequestError DocumentNotFound() =>
        new(
            ErrorCodes.DocumentNotFound,
            $"No document with this `{DocumentHash.Id}` is known here. "
                + "Send its text as `query`, or ask the operator of this API to add it."
        );

    internal static RequestError DocumentNotTrusted() =>
        new(
            ErrorCodes.DocumentNotTrusted,
            "Without a sign-in, only documents that this API knows are run. "
                + $"Send the `{DocumentHash.Id}` or the exact text of a published operation, or sign in."
        );
}
