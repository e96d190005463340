using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Abstractions;
using Microsoft.Identity.Web;

namespace Cwa.Graph;

/// <summary>
/// Sign-in: tokens of Entra ID for tools, and a cookie for people on our pages. In Development, and only there, tokens
/// are those of `dotnet user-jwts`, and a developer chooses who to be.
/// </summary>
internal static class SignIn
{
    // Tools send a token, browsers the cookie. Where both come, the token decides, even a bad one.
    private const string TokenOrCookie = "TokenOrCookie";

    // With these, any organization's people could sign in.
    private static readonly string[] SharedTenants = ["common", "organizations", "consumers"];

    /// <summary>Adds the caller, for everything that a request runs.</summary>
    public static void AddCwaSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<SecuritySettings>(builder.Configuration, "Security");
        builder.Services.AddCors();
        builder.Services.AddSingleton<Revocations>();
        builder.Services.AddSingleton<AgencyTree>().AddSingleton<Callers>();
        builder.Services.AddSingleton<Admissions>().AddSingleton<IAdmissions>(s => s.GetRequiredService<Admissions>());
        builder.Services.AddSingleton<Personas>().AddScoped<Present>();
        builder.Services.AddScoped(s => s.GetRequiredService<Present>().Caller);
        builder.Services.AddScoped<IAdmission>(s => s.GetRequiredService<Present>().Admission!);
        builder.Services.AddSingleton<OpenScope>(s => Present.ScopesOf(s.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddScoped<IRequester>(s => s.GetRequiredService<Caller>());
        builder.Services.AddScoped<IVisibility>(s => s.GetRequiredService<Caller>());
    }

    /// <summary>Adds the checks of tokens and cookies, of the directory or of Development.</summary>
    /// <exception cref="OptionsValidationException">No directory is set.</exception>
    public static void AddCwaSignIn(this WebApplicationBuilder builder)
    {
        var authentication = builder
            .Services.AddAuthentication(TokenOrCookie)
            .AddPolicyScheme(
                TokenOrCookie,
                null,
                either =>
                    either.ForwardDefaultSelector = http =>
                        http.Request.Headers.Authorization.Count > 0
                            ? JwtBearerDefaults.AuthenticationScheme
                            : PageSession.Scheme
            );
        authentication.AddPageSession(builder.Environment.IsDevelopment());
        if (builder.Environment.IsDevelopment())
            authentication.AddJwtBearer();
        else
        {
            var directory = builder.Configuration.GetSection("AzureAd");
            CheckDirectory(directory);
            authentication.AddMicrosoftIdentityWebApi(directory);
            if (DirectoryCredential.In(directory) is [_, ..])
                authentication.AddDirectorySignIn(directory);
        }

        builder.AddTokens();
    }

    private static void AddTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SignInDirectory>();
        builder
            .Services.AddHttpClient(nameof(SignInDirectory))
            .ConfigureHttpClient(client => client.Timeout = SignInDirectory.AnswersWithin);
        builder.Services.Configure<AadIssuerValidatorOptions>(issuer =>
            issuer.HttpClientName = nameof(SignInDirectory)
        );
        var bearer = builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme);
        bearer.Configure(options => options.BackchannelTimeout = SignInDirectory.AnswersWithin);
        bearer.PostConfigure<SignInDirectory>(
            (options, directory) =>
            {
                options.TokenHandlers.Clear();
                options.TokenHandlers.Add(new StrictTokens(directory));
                options.Events ??= new();
                options.Events.OnChallenge = challenge =>
                {
                    // It quotes the token, and some characters may not stand in a header (RFC 6750, 3).
                    if (challenge.ErrorDescription?.Any(c => c is < ' ' or > '~' or '"' or '\\') == true)
                        challenge.ErrorDescription = null;
                    return Task.CompletedTask;
                };
                if (builder.Environment.IsDevelopment())
                    return;
                options.TokenValidationParameters.ValidAlgorithms = ["RS256"];
                options.TokenValidationParameters.TryAllIssuerSigningKeys = false;
            }
        );
    }

    private static void CheckDirectory(IConfigurationSection settings)
    {
        var (tenant, client, instance) = (settings["TenantId"], settings["ClientId"], settings["Instance"]);
        if (IsUnset(tenant) || IsUnset(client) || SharedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase))
            throw Refused(
                """
                Outside Development people sign in with Entra ID, and no directory is set.
                Set AzureAd:TenantId to the directory's id (not common, organizations or consumers) and AzureAd:ClientId
                to the app registration's, in appsettings.json or as AzureAd__TenantId and AzureAd__ClientId in the
                environment. schema/SIGN-IN.md describes the registration. To try the server on this machine, set
                ASPNETCORE_ENVIRONMENT=Development.
                """
            );
        if (!Uri.TryCreate(instance, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            throw Refused(
                $"The setting AzureAd:Instance is '{instance}'; "
                    + "it must be an https address such as https://login.microsoftonline.com/."
            );
        var sources = Enum.GetNames<CredentialSource>();
        foreach (var given in settings.GetSection("ClientCredentials").GetChildren())
        {
            if (!sources.Contains(given["SourceType"]))
                throw Refused(
                    $"The setting {given.Path}:SourceType is '{given["SourceType"]}'; "
                        + $"it must be one of {string.Join(", ", sources)}. schema/SIGN-IN.md has examples."
                );
        }

        static bool IsUnset(string? setting) => string.IsNullOrWhiteSpace(setting);
        OptionsValidationException Refused(string reason) => new(settings.Path, typeof(SignIn), [reason]);
    }
}
