namespace Cwa.Graph;

/// <summary>Lets pages of the origins that `Security:Origins` names read what they ask for (CORS). From all others a browser keeps it, and asks nothing of ours but reads first.</summary>
internal static class CrossOrigin
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    // What a page may read beside the body.
    private static readonly string[] Shown =
        ["Allow", "Content-Disposition", "Data-As-Of", "ETag", "Notice", "Retry-After", "WWW-Authenticate"];

    /// <remarks>Goes before sign-in: a browser asks whether it may ask without the page's token. Cookies are never taken.</remarks>
    public static void UseCwaOrigins(this WebApplication app)
    {
        var admissions = app.Services.GetRequiredService<Admissions>();
        app.UseWhen(
            http => http.Request.Headers.Origin is [{ } origin] && admissions.Trusts(origin),
            trusted => trusted.UseCors(policy => policy
                .SetIsOriginAllowed(_ => true)
                .WithMethods("GET", "HEAD", "POST")
                .AllowAnyHeader()
                .WithExposedHeaders(Shown)
                .SetPreflightMaxAge(Remembered)));
    }
}
