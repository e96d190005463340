using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>GraphQL over HTTP: https://graphql.github.io/graphql-over-http/draft/</summary>
internal static class HttpTransport
{
    public static async Task HandleAsync(HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<Limits>();
        Spending.TellIn(http);
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
            var request = await ReadAsync(http, limits) with { StaleIfError = StaleIfError.Of(http.Request) };
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
        ErrorAnswer.Head(
            http.Response,
            result,
            json: http.Response.ContentType.StartsWith(Accepted.Json, StringComparison.Ordinal)
        );
        if (result is KeptResult kept && KeptAnswerHead.Of(http, kept))
            return;
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

        throw RequestError.Method("Use GET or POST.", allow: "GET, POST");
    }

    private static void Allow(HttpRequest request, GraphQLOperationDefinition operation)
    {
        if (operation.Operation == OperationType.Subscription)
            throw RequestError.NoStream();
        if (operation.Operation == OperationType.Mutation && !HttpMethods.IsPost(request.Method))
            throw RequestError.Method("A mutation needs POST. Send it as JSON in the body.", allow: "POST");
    }
}
