using Cwa.Graph.Engine;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Identity.Web;

namespace Cwa.Graph;

/// <summary>Sign-in: tokens of Entra ID; in Development, and only there, tokens of `dotnet user-jwts`.</summary>
internal static class SignIn
{
    private const int LongestToken = 16 * 1024;

    // Any organization's people could sign in under these.
    private static readonly string[] SharedTenants = ["common", "organizations", "consumers"];

    /// <summary>Who asks, for everything that a request runs.</summary>
    public static void AddCwaSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<SecuritySettings>(builder.Configuration, "Security");
        builder.Services.AddCors();
        builder.Services.AddSingleton<AgencyTree>().AddSingleton<Callers>();
        builder.Services.AddSingleton<Admissions>().AddSingleton<IAdmissions>(s => s.GetRequiredService<Admissions>());
        builder.Services.AddScoped<Present>();
        builder.Services.AddScoped(s => s.GetRequiredService<Present>().Caller);
        builder.Services.AddScoped<IAdmission>(s => s.GetRequiredService<Present>().Admission!);
        builder.Services.AddSingleton<OpenScope>(s => Present.ScopesOf(s.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddScoped<IRequester>(s => s.GetRequiredService<Caller>());
        builder.Services.AddScoped<IVisibility>(s => s.GetRequiredService<Caller>());
    }

    /// <summary>How a token is checked. One scheme, chosen by the environment.</summary>
    public static void AddCwaSignIn(this WebApplicationBuilder builder)
    {
        var authentication = builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme);
        if (builder.Environment.IsDevelopment())
            authentication.AddJwtBearer();
        else
            authentication.AddMicrosoftIdentityWebApi(builder.Configuration.GetSection("AzureAd"));

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
                options.TokenHandlers.Add(
                    new StrictTokens(directory) { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken }
                );
                options.Events ??= new();
                options.Events.OnChallenge = challenge =>
                {
                    // It repeats what the token says, and not every letter has a place in a header (RFC 6750, 3).
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

    /// <summary>What has to be set before the server may start; null when nothing is missing.</summary>
    public static string? Missing(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("AzureAd");
        if (
            builder.Environment.IsDevelopment()
            || (
                IsSet("Instance")
                && IsSet("TenantId")
                && IsSet("ClientId")
                && !SharedTenants.Contains(settings["TenantId"], StringComparer.OrdinalIgnoreCase)
            )
        )
            return null;

        return """
            The server does not start: outside Development people sign in with Entra ID, and it is not said which.
            Set AzureAd:TenantId to the directory's id (not common, organizations or consumers) and AzureAd:ClientId
            to the app registration's, in appsettings.json or as AzureAd__TenantId and AzureAd__ClientId in the
            environment. schema/SIGN-IN.md describes the registration. To try the server on this machine, set
            ASPNETCORE_ENVIRONMENT=Development.
            """;

        bool IsSet(string key) => !string.IsNullOrWhiteSpace(settings[key]);
    }
}
