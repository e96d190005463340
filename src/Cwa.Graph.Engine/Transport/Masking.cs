namespace Cwa.Graph.Engine;

/// <summary>
/// Handles exceptions that nothing else has: the client learns nothing of the exception, and the log has it once.
/// </summary>
internal static class Masking
{
    /// <remarks>Must come first: exceptions in earlier middleware are not masked.</remarks>
    public static void UseMasking(this IApplicationBuilder app) =>
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
                    await PlainEndpoint.RefuseAsync(http, [told]);
                }
            }
        );
}
