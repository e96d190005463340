namespace Cwa.Graph.Engine;

/// <summary>
/// Handles exceptions that nothing else has: the client learns nothing of the exception, and the log has it once.
/// </summary>
internal static class Masking
{
    /// <summary>Masks exceptions from here on.</summary>
    /// <param name="isForPerson">Whether a person asks, who reads pages.</param>
    /// <param name="show">Shows a person the page for the status of the response, with a trace id if the fault is
    /// ours.</param>
    /// <remarks>Must come first: exceptions in earlier middleware are not masked.</remarks>
    public static void UseMasking(
        this IApplicationBuilder app,
        Func<HttpRequest, bool> isForPerson,
        Func<HttpContext, string?, Task> show
    ) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                catch (Exception fault)
                    when (fault is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
                {
                    var told =
                        fault as RequestError
                        ?? http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault);
                    if (http.Response.HasStarted || !isForPerson(http.Request))
                        await PlainEndpoint.RefuseAsync(http, [told]);
                    else
                    {
                        http.Response.Headers.Clear();
                        ErrorAnswer.Head(http.Response, new(told), json: false);
                        await show(http, ErrorInfo.Of(told).TraceId);
                    }
                }
            }
        );
}
