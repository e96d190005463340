using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Dashboard.Frame;

/// <summary>Tells a browser in a page why there is none.</summary>
public static class ProblemPages
{
    /// <summary>Answers with a page where an address is unknown. Programs get the bare status.</summary>
    public static void UseProblemPages(this IApplicationBuilder app) =>
        app.Use(
            async (http, next) =>
            {
                await next(http);
                var response = http.Response;
                if (
                    response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound, ContentType: null }
                    && IsAsked(http.Request)
                )
                    await ShowAsync(http, traceId: null);
            }
        );

    /// <summary>Whether a browser asks for a page, or posts a form of one.</summary>
    public static bool IsAsked(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || IsForm(request))
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows the page for the status of the response.</summary>
    /// <param name="traceId">Under which the log has a fault of ours.</param>
    public static async Task ShowAsync(HttpContext http, string? traceId)
    {
        Dashboard.Prepare(http.Response);
        if (IsForm(http.Request))
            await http.Request.ReadFormAsync(http.RequestAborted);
        http.Response.ContentType = "text/html; charset=utf-8";
        // A renderer of its own, since that of the request may be what failed.
        await using var renderer = new HtmlRenderer(
            http.RequestServices,
            http.RequestServices.GetRequiredService<ILoggerFactory>()
        );
        var page = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?>
            {
                [nameof(ProblemDocument.Status)] = http.Response.StatusCode,
                [nameof(ProblemDocument.TraceId)] = traceId,
                [nameof(ProblemDocument.Posted)] = IsForm(http.Request) ? http.Request : null,
            };
            var document = await renderer.RenderComponentAsync<ProblemDocument>(
                ParameterView.FromDictionary(parameters)
            );
            return document.ToHtmlString();
        });
        await http.Response.WriteAsync(page, http.RequestAborted);
    }

    private static bool IsForm(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.HasFormContentType;
}
