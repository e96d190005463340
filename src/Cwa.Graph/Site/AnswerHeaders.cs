using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Sets the headers that every answer has, whatever the answer is.</summary>
internal sealed class AnswerHeaders(Drain drain) : IStartupFilter
{
    private const string NothingOfAPage =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Func<object, Task> Set = static response => SetAsync((HttpResponse)response);

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, next) =>
                {
                    http.Response.OnStarting(Set, http.Response);
                    // Otherwise a proxy could send a request on a kept connection just when the server closes it.
                    if (
                        drain.HasBegun
                        && HttpProtocol.IsHttp11(http.Request.Protocol)
                        && !http.WebSockets.IsWebSocketRequest
                    )
                        http.Response.Headers.Connection = "close";
                    return next(http);
                }
            );
            next(app);
        };

    private static Task SetAsync(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // A page without a policy of its own is one of the framework's, which shows a sentence and loads nothing.
        if (
            headers.ContentSecurityPolicy.Count == 0
            && response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true
        )
            headers.ContentSecurityPolicy = NothingOfAPage;
        return Task.CompletedTask;
    }
}
