using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication;

namespace Cwa.Graph;

/// <summary>
/// Identifies the caller before anything else. A request whose token or cookie is not accepted gets nothing at all.
/// </summary>
internal static class CallerMiddleware
{
    /// <param name="app">The server.</param>
    /// <param name="isForAll">
    /// Paths whose answers are the same for all. Whoever asks for them is the public, so that a page that tells of an
    /// outage, or that a sign-in has ended, finds its style sheet.
    /// </param>
    public static void UseCwaSignIn(this WebApplication app, Func<PathString, bool> isForAll)
    {
        var admissions = app.Services.GetRequiredService<Admissions>();
        var site = app.Services.GetRequiredService<Site>();
        app.UseWhen(http => isForAll(http.Request.Path), forAll => forAll.Use(EnterAsync));
        app.UseWhen(http => !isForAll(http.Request.Path), others => Identify(others, admissions, site));

        Task EnterAsync(HttpContext http, RequestDelegate next)
        {
            admissions.AsPublic(http).Enter(http.RequestServices);
            return next(http);
        }
    }

    private static void Identify(IApplicationBuilder app, Admissions admissions, Site site)
    {
        app.UseAuthentication();
        app.Use(
            async (http, next) =>
            {
                if (await AdmitAsync(http, admissions) is not { } admission)
                    await RefuseAsync(http);
                else if (admission.IsByCookie && !SameOrigin.Sent(http.Request, site))
                    await PlainEndpoint.WriteAsync(http, [RequestError.ForeignPage()]);
                else
                {
                    admission.Enter(http.RequestServices);
                    await next(http);
                }
            }
        );
    }

    private static async Task<Admission?> AdmitAsync(HttpContext http, Admissions admissions) =>
        await admissions.AdmitAsync(http) switch
        {
            // Whoever was signed out can sign in again.
            null when !HasToken(http) && SignInEndpoints.Serve(http.Request.Path) => admissions.AsPublic(http),
            var admission => admission,
        };

    private static async Task RefuseAsync(HttpContext http)
    {
        if (HasToken(http))
        {
            // The challenge says, in a header, what is wrong with the token.
            await http.ChallengeAsync();
            await PlainEndpoint.WriteAsync(http, [RequestError.BadToken()]);
        }
        else if (http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            // Only here the cookie is deleted. A script's late request must not end a sign-in that has just begun.
            await http.SignOutAsync(PageSession.Scheme);
            await SignInDocuments.Of(SignInNotice.Ended(http.Request)).ExecuteAsync(http);
        }
        else
            await PlainEndpoint.WriteAsync(http, [RequestError.SignedOut()]);
    }

    private static bool HasToken(HttpContext http) => http.Request.Headers.Authorization.Count > 0;
}
