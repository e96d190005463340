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
    /// <summary>Serves a request, or tells why it is not served.</summary>
    public static async Task ServeAsync(this HttpContext http, Func<Task> serve)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await serve();
        }
        catch (RequestError error)
        {
            await RefuseAsync(http, [error]);
        }
        catch (RefusedException refused)
        {
            await RefuseAsync(http, refused.Errors);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, [http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault)]);
        }
    }

    /// <exception cref="RequestError">The request does not read (METHOD_NOT_ALLOWED).</exception>
    public static void CheckReads(this HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            throw RequestError.Method("Use GET.", allow: "GET, HEAD");
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
    public static async Task RefuseAsync(HttpContext http, ExecutionErrors errors)
    {
        // Whoever has a part of the answer must not take it for the whole.
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        // What an answer would have been said to be, such as a file to keep.
        http.Response.Headers.Clear();
        await WriteAsync(http, errors);
    }

    /// <summary>Writes why a request is not served, beside the headers that are there already.</summary>
    public static async Task WriteAsync(HttpContext http, ExecutionErrors errors)
    {
        var result = new ExecutionResult { Errors = errors };
        http.Response.ContentType = Accepted.Refused(http.Request) + "; charset=utf-8";
        ErrorAnswer.Head(http.Response, result, json: false);
        ResultWriter.Write(http.Response.BodyWriter, result, http.RequestServices.GetRequiredService<Limits>());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
