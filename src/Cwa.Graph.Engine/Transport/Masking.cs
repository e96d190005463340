namespace Cwa.Graph.Engine;

/// <summary>
/// Answers for what nothing else has answered for: nobody is told of an exception, and the log has it once.
/// </summary>
internal static class Masking
{
    /// <remarks>Goes first: whatever comes before it is not masked.</remarks>
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
