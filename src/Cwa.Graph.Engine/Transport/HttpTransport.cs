using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/</summary>
internal static class HttpTransport
{
    /// <summary>Seconds after which one who was told UNAVAILABLE tries again.</summary>
    public const string RetryUnavailableAfter = "5";

    public static async Task HandleAsync(HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<Limits>();
        ExecutionResult result;
        try
        {
            if (http.WebSockets.IsWebSocketRequest)
            {
                await WebSocketTransport.HandleAsync(http);
                return;
            }

            var (mediaType, takesStream) = Accepted.By(http.Request);
            if (mediaType == EventStreamTransport.MediaType)
            {
                await EventStreamTransport.HandleAsync(
                    http,
                    await ReadAsync(http, limits),
                    operation => Allow(http.Request, operation)
                );
                return;
            }

            http.Response.ContentType = mediaType + "; charset=utf-8";
            var request = await ReadAsync(http, limits);
            GraphQLOperationDefinition? asked = null;
            result = await http
                .RequestServices.GetRequiredService<RequestExecutor>()
                .ExecuteAsync(
                    request,
                    operation => Allow(http.Request, asked = operation),
                    http.RequestServices,
                    http.RequestAborted
                );
            if (takesStream && asked?.Operation == OperationType.Subscription)
            {
                await EventStreamTransport.HandleAsync(http, request, _ => { });
                return;
            }
        }
        catch (RequestError error)
        {
            result = new(error);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            result = new(http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault));
        }

        http.Response.ContentType ??= Accepted.Json + "; charset=utf-8";
        http.Response.StatusCode = StatusOf(
            result,
            http.Response.ContentType.StartsWith(Accepted.Json, StringComparison.Ordinal)
        );
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = HttpMethods.IsGet(http.Request.Method) ? "POST" : "GET, POST";
        if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = RetryUnavailableAfter;
        http.Response.Headers.CacheControl = "no-store";
        ResultWriter.Write(http.Response.BodyWriter, result, limits);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private static Task<GraphRequest> ReadAsync(HttpContext http, Limits limits)
    {
        var signedIn = http.RequestServices.GetRequiredService<IRequester>().IsSignedIn;
        if (HttpMethods.IsPost(http.Request.Method))
            return RequestReader.FromBodyAsync(
                http.Request,
                signedIn ? limits.SignedInBodyBytes : limits.BodyBytes,
                limits.JsonDepth
            );
        if (HttpMethods.IsGet(http.Request.Method))
            return Task.FromResult(RequestReader.FromUrl(http.Request, limits.JsonDepth));

        throw RequestError.Method("Use GET or POST.");
    }

    private static void Allow(HttpRequest request, GraphQLOperationDefinition operation)
    {
        if (operation.Operation == OperationType.Subscription)
            throw RequestError.NoStream();
        if (operation.Operation == OperationType.Mutation && !HttpMethods.IsPost(request.Method))
            throw RequestError.Method("A mutation needs POST. Send it as JSON in the body.");
    }

    /// <summary>The status of an answer; with plain JSON it is 200 for most errors, as older clients expect.</summary>
    public static int StatusOf(ExecutionResult result, bool json) =>
        (result.Executed ? null : result.Errors?.FirstOrDefault()) switch
        {
            null => StatusCodes.Status200OK,
            RequestError { Code: ErrorCodes.BadRequest } => StatusCodes.Status400BadRequest,
            RequestError { Code: ErrorCodes.NotFound } => StatusCodes.Status404NotFound,
            RequestError { Code: ErrorCodes.PayloadTooLarge } => StatusCodes.Status413PayloadTooLarge,
            RequestError { Code: ErrorCodes.UnsupportedMediaType } => StatusCodes.Status415UnsupportedMediaType,
            RequestError { Code: ErrorCodes.MethodNotAllowed } => StatusCodes.Status405MethodNotAllowed,
            RequestError { Code: ErrorCodes.NotAcceptable } => StatusCodes.Status406NotAcceptable,
            RequestError { Code: ErrorCodes.OriginNotAllowed } => StatusCodes.Status403Forbidden,
            RequestError { Code: ErrorCodes.TooManyExports } => StatusCodes.Status429TooManyRequests,
            RequestError { Code: ErrorCodes.Unavailable } => StatusCodes.Status503ServiceUnavailable,
            _ when json => StatusCodes.Status200OK,
            RequestError { Code: ErrorCodes.Unauthenticated } => StatusCodes.Status401Unauthorized,
            RequestError { Code: ErrorCodes.Forbidden } => StatusCodes.Status403Forbidden,
            GraphQL.Execution.TimeoutError or RequestError { Code: ErrorCodes.Timeout } =>
                StatusCodes.Status503ServiceUnavailable,
            GraphQL.Execution.UnhandledError or RequestError { Code: ErrorCodes.InternalServerError } =>
                StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status400BadRequest,
        };
}
