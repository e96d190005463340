using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication;

namespace Cwa.Graph;

/// <summary>
/// Identifies the caller before anything else. A request whose token is not accepted gets nothing at all.
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
                    // The challenge says, in a header, what is wrong with the token.
                    await http.ChallengeAsync();
                    await PlainEndpoint.WriteAsync(http, [RequestError.BadToken()]);
                    return;
                }

                admission.Enter(http.RequestServices);
                await next(http);
            }
        );
    }
}
