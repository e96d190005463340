using Cwa.Graph.Engine;
using GraphQL;
using Microsoft.AspNetCore.Authentication;

namespace Cwa.Graph;

/// <summary>
/// Finds out who asks before anything else is done; whoever shows a token that is not accepted gets nothing at all.
/// </summary>
internal static class CallerMiddleware
{
    public static void UseCwaSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(
            async (http, next) =>
            {
                if (await http.RequestServices.GetRequiredService<Admissions>().AdmitAsync(http) is not { } admission)
                {
                    await RefuseAsync(http);
                    return;
                }

                admission.Enter(http.RequestServices);
                await next(http);
            }
        );
    }

    private static async Task RefuseAsync(HttpContext http)
    {
        await http.ChallengeAsync();
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        ResultWriter.Write(
            http.Response.BodyWriter,
            new ExecutionResult(RequestError.BadToken()),
            http.RequestServices.GetRequiredService<Limits>()
        );
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
