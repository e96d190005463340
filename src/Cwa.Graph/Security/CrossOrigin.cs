namespace Cwa.Graph;

/// <summary>
/// Lets pages of the origins in `Security:Origins` read what they ask for (CORS); a browser keeps it from others.
/// </summary>
/// <remarks>
/// Nothing can be changed by a request that a browser sends without asking first, whatever page it is for.
/// </remarks>
internal static class CrossOrigin
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    // What a page may read beside the body.
    private static readonly string[] Shown =
    [
        "Allow",
        "Content-Disposition",
        "Data-As-Of",
        "ETag",
        "Notice",
        "Retry-After",
        "WWW-Authenticate",
    ];

    /// <remarks>Goes before sign-in: when a browser asks first, it does so without the page's token.</remarks>
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
