namespace Cwa.Graph.Engine;

/// <summary>Every code that `errors[].extensions.code` can have. `schema/ERRORS.md` explains them to clients.</summary>
public static class ErrorCodes
{
    /// <summary>The HTTP request is not a GraphQL request, an import or an export.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>Nothing is served at this address.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable or argument does not fit its type.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The document is named by its hash alone, and is none that the server trusts.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The document is named by its hash alone, and is not known or no longer: send its text once.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>`documentId` names no document that the server knows.</summary>
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";

    /// <summary>Callers who are not signed in may run trusted documents only, and this is none.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>The document does not have the operation to run, or has several and none was named.</summary>
    public const string OperationNotFound = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The document or the request is larger than a limit allows; the message names the limit.</summary>
    public const string LimitExceeded = "LIMIT_EXCEEDED";

    /// <summary>The operation could return more objects than one request may ask for.</summary>
    public const string CostExceeded = "COST_EXCEEDED";

    /// <summary>`first` or `last` is out of range.</summary>
    public const string InvalidPageSize = "INVALID_PAGE_SIZE";

    /// <summary>`after` or `before` is not a cursor of this list and order.</summary>
    public const string InvalidCursor = "INVALID_CURSOR";

    /// <summary>`after` is a cursor of this list, but older than everything that the list still holds.</summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    /// <summary>An id did not come from this API.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>The field is not public: sign in.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>The field needs a role that the caller lacks.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>A browser page opened a socket from an origin that is not trusted.</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";

    /// <summary>The socket already runs as many operations as it may.</summary>
    public const string TooManyOperations = "TOO_MANY_OPERATIONS";

    /// <summary>No place is free: the most exports allowed at once are running.</summary>
    public const string TooManyExports = "TOO_MANY_EXPORTS";

    /// <summary>The caller asked for more in a short time, or for a field more often, than is allowed.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The operation took too long and was stopped.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The database, or the directory that signs people in, is away for now; try again.</summary>
    public const string Unavailable = "UNAVAILABLE";

    /// <summary>The HTTP body is too large.</summary>
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";

    /// <summary>The HTTP body's type, charset or encoding is not supported.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The HTTP method does not suit the operation.</summary>
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>None of the media types in `Accept` is supported.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    /// <summary>Our own fault; `extensions.traceId` finds it in the log.</summary>
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";
}
