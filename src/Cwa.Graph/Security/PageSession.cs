using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Cwa.Graph;

/// <summary>A person's sign-in on our own pages: a cookie that only this origin gets, and no script can read.</summary>
internal static class PageSession
{
    /// <summary>The scheme, and the authentication type of every identity that a cookie holds.</summary>
    public const string Scheme = "Page";

    /// <summary>The cookie's name where browsers keep such cookies to one host and to https.</summary>
    public const string Cookie = "__Host-cwa";

    /// <summary>The cookie's name in Development, where pages come by http.</summary>
    public const string DevelopmentCookie = "cwa";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    // What rights and the audit trail depend on. Not `azp`, which an ID token may have, and by which a tool is told.
    private static readonly string[] Kept = ["oid", "preferred_username", "name", "roles", "agency"];

    public static void AddPageSession(this AuthenticationBuilder authentication, bool isDevelopment) =>
        authentication.AddCookie(
            Scheme,
            session =>
            {
                session.Cookie.Name = isDevelopment ? DevelopmentCookie : Cookie;
                session.Cookie.SecurePolicy = isDevelopment
                    ? CookieSecurePolicy.SameAsRequest
                    : CookieSecurePolicy.Always;
                session.Cookie.SameSite = SameSiteMode.Lax;
                session.Cookie.HttpOnly = true;
                session.Cookie.Path = "/";
                session.ExpireTimeSpan = Lasts;
                session.SlidingExpiration = false;
                session.Events.OnSigningIn = Reduce;
            }
        );

    /// <summary>A person with these claims, who is about to sign in.</summary>
    public static ClaimsPrincipal Of(IEnumerable<Claim> claims) =>
        new(
            new ClaimsIdentity(claims.Where(c => Kept.Contains(c.Type)).Select(c => new Claim(c.Type, c.Value)), Scheme)
        );

    /// <summary>Whether a person signed in on a page, in contrast to the bearer of a token.</summary>
    public static bool Holds(ClaimsPrincipal who) => who.Identity?.AuthenticationType == Scheme;

    // Neither tokens nor what the directory said of the sign-in go into the cookie.
    private static Task Reduce(CookieSigningInContext signIn)
    {
        var (from, to) = (signIn.Properties.IssuedUtc, signIn.Properties.ExpiresUtc);
        signIn.Principal = Of(signIn.Principal!.Claims);
        signIn.Properties.Items.Clear();
        (signIn.Properties.IssuedUtc, signIn.Properties.ExpiresUtc) = (from, to);
        return Task.CompletedTask;
    }
}
