using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>A request that is refused, with all that is wrong with it.</summary>
internal sealed class RefusedException(ExecutionErrors errors) : Exception
{
    public ExecutionErrors Errors => errors;
}

/// <summary>Serves what is not GraphQL; what cannot be served is told as a GraphQL request is told it.</summary>
internal static class PlainEndpoint
{
    public const string Read = "GET, HEAD",
        Post = "POST";

    /// <summary>Serves a request that has one of these methods.</summary>
    public static async Task ServeAsync(this HttpContext http, string methods, Func<Task> serve)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await serve();
        }
        catch (RequestError error)
        {
            await RefuseAsync(http, methods, [error]);
        }
        catch (RefusedException refused)
        {
            await RefuseAsync(http, methods, refused.Errors);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(
                http,
                methods,
                [http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault)]
            );
        }
    }

    /// <exception cref="RequestError">The request does not read (METHOD_NOT_ALLOWED).</exception>
    public static void CheckReads(this HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            throw RequestError.Method("Use GET.");
    }

    /// <exception cref="RequestError">A parameter is none of these, or is given twice (BAD_REQUEST).</exception>
    public static void CheckParameters(this HttpRequest request, params IReadOnlyList<string> known)
    {
        if (request.Query.Keys.FirstOrDefault(parameter => !known.Contains(parameter)) is { } unknown)
        {
            throw RequestError.Bad(
                $"There is no parameter `{unknown}`; "
                    + (
                        known is []
                            ? "none is taken here."
                            : $"there is {string.Join(", ", known.Select(name => $"`{name}`"))}."
                    )
            );
        }

        if (known.FirstOrDefault(name => request.Query[name].Count > 1) is { } twice)
            throw RequestError.Bad($"The parameter `{twice}` is given twice.");
    }

    /// <summary>Refuses a request of which nothing is answered yet; one that is answered in part breaks off.</summary>
    public static async Task RefuseAsync(HttpContext http, string methods, ExecutionErrors errors)
    {
        // Whoever has a part of the answer must not take it for the whole.
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        var result = new ExecutionResult { Errors = errors };
        http.Response.Headers.Clear();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = HttpTransport.StatusOf(result, json: false);
        http.Response.ContentType = Accepted.Refused(http.Request) + "; charset=utf-8";
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            http.Response.Headers.Allow = methods;
        if (http.Response.StatusCode == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        if (http.Response.StatusCode == StatusCodes.Status429TooManyRequests)
            http.Response.Headers.RetryAfter = "10";
        if (http.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = HttpTransport.RetryUnavailableAfter;
        ResultWriter.Write(http.Response.BodyWriter, result, http.RequestServices.GetRequiredService<Limits>());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
