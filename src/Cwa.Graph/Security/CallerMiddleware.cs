using System.Net;
using Cwa.Graph.Engine;
using GraphQL;
using Microsoft.AspNetCore.Authentication;

namespace Cwa.Graph;

/// <summary>Finds out who asks before anything else is done; whoever shows a token that is not accepted gets nothing at all.</summary>
internal static class CallerMiddleware
{
    private static readonly Caller LocalNpr = new("local", "a developer on this machine", [Roles.Read], [], []);

    public static void UseCwaSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(async (http, next) =>
        {
            var token = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
            if (token is { Succeeded: true })
            {
                var caller = await http.RequestServices.GetRequiredService<Callers>().OfAsync(token.Principal, http.RequestAborted);
                http.Features.Set(caller);
            }
            else if (http.Request.Headers.Authorization.Count > 0)
            {
                await RefuseAsync(http);
                return;
            }
            else if (app.Environment.IsDevelopment() && IsLocal(http))
            {
                http.Features.Set(LocalNpr);
            }

            await next(http);
        });
    }

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);

    private static async Task RefuseAsync(HttpContext http)
    {
        await http.ChallengeAsync();
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        ResultWriter.Write(http.Response.BodyWriter, new ExecutionResult(RequestError.BadToken()), http.RequestServices.GetRequiredService<Limits>());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
