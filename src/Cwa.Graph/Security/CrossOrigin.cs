namespace Cwa.Graph;

/// <summary>
/// Lets pages of the origins in `Security:Origins` read answers (CORS), which browsers keep from other pages.
/// </summary>
/// <remarks>
/// No request that a browser sends without asking first can change anything, whatever page it comes from.
/// </remarks>
internal static class CrossOrigin
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    // The headers that a page may read.
    private static readonly string[] Shown =
    [
        "Allow",
        "Content-Disposition",
        "Data-As-Of",
        "ETag",
        "Notice",
        "RateLimit",
        "RateLimit-Policy",
        "Retry-After",
        "WWW-Authenticate",
    ];

    /// <remarks>Goes before sign-in, because a browser asks first without the page's token.</remarks>
    public static void UseCwaOrigins(this WebApplication app)
    {
        var admissions = app.Services.GetRequiredService<Admissions>();
        app.UseWhen(
            http => http.Request.Headers.Origin is [{ } origin] && admissions.Trusts(origin),
            trusted =>
                trusted.UseCors(policy =>
                    policy
                        .SetIsOriginAllowed(_ => true)
                        .WithMethods("GET", "HEAD", "POST")
                        .AllowAnyHeader()
                        .WithExposedHeaders(Shown)
                        .SetPreflightMaxAge(Remembered)
                )
        );
    }
}
