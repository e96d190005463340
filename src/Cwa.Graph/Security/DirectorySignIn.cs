using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TokenValidatedContext = Microsoft.AspNetCore.Authentication.OpenIdConnect.TokenValidatedContext;

namespace Cwa.Graph;

/// <summary>How people sign in to our pages with the directory: the authorization code flow with PKCE.</summary>
internal static class DirectorySignIn
{
    public const string Scheme = "Entra";

    /// <summary>Where the directory sends people back to.</summary>
    public const string ReturnPath = "/signin-oidc",
        SignedOutPath = "/signout-oidc";

    public static void AddDirectorySignIn(this AuthenticationBuilder authentication, IConfigurationSection directory)
    {
        authentication.AddMicrosoftIdentityWebApp(directory, Scheme, cookieScheme: null);
        authentication.Services.AddSingleton<DirectoryCredential>();
        authentication
            .Services.AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure(SetFlow)
            .PostConfigure<IOptionsMonitor<JwtBearerOptions>, SignInDirectory>(
                (signIn, tokens, keys) =>
                {
                    // One directory, asked once: what is known of it for tokens is known here.
                    signIn.ConfigurationManager = tokens
                        .Get(JwtBearerDefaults.AuthenticationScheme)
                        .ConfigurationManager;
                    signIn.TokenHandler = new StrictTokens(keys);
                    signIn.TokenValidationParameters.ValidAlgorithms = ["RS256"];
                    signIn.Events.OnRedirectToIdentityProvider = to => ReturnHere(to, ReturnPath);
                    signIn.Events.OnRedirectToIdentityProviderForSignOut = to => ReturnHere(to, SignedOutPath);
                    signIn.Events.OnAuthorizationCodeReceived = received =>
                        Get<DirectoryCredential>(received.HttpContext).AddToAsync(received);
                    signIn.Events.OnTokenValidated = Admit;
                    signIn.Events.OnRemoteFailure = DirectoryFailures.TellAsync;
                }
            );
    }

    private static void SetFlow(OpenIdConnectOptions signIn)
    {
        (signIn.ResponseType, signIn.ResponseMode) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query);
        (signIn.UsePkce, signIn.MapInboundClaims, signIn.DisableTelemetry) = (true, false, true);
        (signIn.SaveTokens, signIn.GetClaimsFromUserInfoEndpoint, signIn.UseTokenLifetime) = (false, false, false);
        (signIn.SignInScheme, signIn.SignOutScheme) = (PageSession.Scheme, PageSession.Scheme);
        (signIn.CallbackPath, signIn.SignedOutCallbackPath) = (ReturnPath, SignedOutPath);
        // A directory asks for a remote sign-out in a frame, where a cookie of one site is not sent.
        signIn.RemoteSignOutPath = default;
        signIn.BackchannelTimeout = SignInDirectory.AnswersWithin;
        foreach (var cookie in new[] { signIn.CorrelationCookie, signIn.NonceCookie })
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.Always);
    }

    // A proxy may have changed the scheme and the host of the request.
    private static Task ReturnHere(RedirectContext to, string path)
    {
        if (Get<Site>(to.HttpContext).AddressFor(to.Request) is not { } address)
            return Task.CompletedTask;
        if (path == ReturnPath)
            to.ProtocolMessage.RedirectUri = new Uri(address, path).AbsoluteUri;
        else
            to.ProtocolMessage.PostLogoutRedirectUri = new Uri(address, path).AbsoluteUri;
        return Task.CompletedTask;
    }

    private static async Task Admit(TokenValidatedContext signIn)
    {
        var person = PageSession.Of(signIn.Principal!.Claims);
        var caller = await Get<Admissions>(signIn.HttpContext).CallerOfAsync(person, signIn.HttpContext.RequestAborted);
        if (!caller.IsSignedIn)
            throw new SecurityTokenException("The ID token has no `oid`.");
        if (Get<Admissions>(signIn.HttpContext).IsRevoked(caller))
        {
            await SignInDocuments.Of(SignInNotice.Revoked).ExecuteAsync(signIn.HttpContext);
            signIn.HandleResponse();
        }
        // Who can do nothing yet is told so, and whom to ask.
        else if (!caller.HasOneOf(Roles.All) || (caller is { IsNpr: false, Agencies: [] } && !caller.Has(Roles.Admin)))
            signIn.Properties!.RedirectUri = SignInEndpoints.RightsOf(signIn.Properties.RedirectUri);
    }

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
