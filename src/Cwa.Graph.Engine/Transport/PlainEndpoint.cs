using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>Refuses a request for several reasons at once.</summary>
internal sealed class RefusedException(ExecutionErrors errors) : Exception
{
    public ExecutionErrors Errors => errors;
}

/// <summary>Serves endpoints other than GraphQL, with errors in the form that GraphQL requests get.</summary>
internal static class PlainEndpoint
{
    /// <summary>Serves a request for a file or with one, or answers with the reason why not.</summary>
    public static async Task ServeAsync(this HttpContext http, Func<Task> serve)
    {
        http.Response.Headers.CacheControl = "no-store";
        Spending.TellIn(http);
        try
        {
            http.RequestServices.GetRequiredService<Spending>().TakeFile();
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

    /// <exception cref="RequestError">The method is neither GET nor HEAD (METHOD_NOT_ALLOWED).</exception>
    public static void CheckReads(this HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            throw RequestError.Method("Use GET.", allow: "GET, HEAD");
    }

    /// <exception cref="RequestError">A parameter is unknown or given twice (BAD_REQUEST).</exception>
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
            throw RequestError.GivenTwice(twice);
    }

    /// <summary>Answers with errors, or aborts the connection if the response has already started.</summary>
    public static async Task RefuseAsync(HttpContext http, ExecutionErrors errors)
    {
        // The client must not take a part of the response for the whole.
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        // Headers of the intended response, such as Content-Disposition, do not fit an error.
        http.Response.Headers.Clear();
        await WriteAsync(http, errors);
    }

    /// <summary>Answers with errors, and keeps the headers that are already set.</summary>
    public static async Task WriteAsync(HttpContext http, ExecutionErrors errors)
    {
        var result = new ExecutionResult { Errors = errors };
        http.Response.ContentType = Accepted.Refused(http.Request) + "; charset=utf-8";
        ErrorAnswer.Head(http.Response, result, json: false);
        ResultWriter.Write(http.Response.BodyWriter, result, http.RequestServices.GetRequiredService<Limits>());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
