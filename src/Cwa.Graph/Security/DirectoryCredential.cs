using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Abstractions;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Graph;

/// <summary>How this server proves to the directory, when it redeems a code, that it is the registered app.</summary>
internal sealed class DirectoryCredential(IConfiguration configuration, ILogger<DefaultCredentialsLoader> log)
{
    private const string Assertion = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly CredentialDescription[] _credentials = In(configuration.GetSection("AzureAd"));
    private readonly DefaultCredentialsLoader _loader = new(log);

    /// <summary>The credentials in the section; the first that can be loaded is used.</summary>
    public static CredentialDescription[] In(IConfigurationSection directory) =>
        directory.GetSection("ClientCredentials").Get<CredentialDescription[]>() ?? [];

    public async Task AddToAsync(AuthorizationCodeReceivedContext code)
    {
        var request = code.TokenEndpointRequest!;
        var known = await code.Options.ConfigurationManager!.GetConfigurationAsync(code.HttpContext.RequestAborted);
        var credential =
            await _loader.LoadFirstValidCredentialsAsync(
                _credentials,
                new CredentialSourceLoaderParameters(code.Options.ClientId!, known.Issuer)
            ) ?? throw new InvalidOperationException("No credential in AzureAd:ClientCredentials can be loaded.");
        if (credential.CredentialType == CredentialType.Secret)
            request.ClientSecret = credential.ClientSecret;
        else
            (request.ClientAssertionType, request.ClientAssertion) = (
                Assertion,
                credential.Certificate is { } certificate
                    ? Sign(certificate, code.Options.ClientId!, known.TokenEndpoint)
                    : await ((ClientAssertionProviderBase)credential.CachedValue!).GetSignedAssertionAsync(null)
            );
    }

    // As https://learn.microsoft.com/entra/identity-platform/certificate-credentials describes it.
    private static string Sign(X509Certificate2 certificate, string client, string audience)
    {
        using var key = certificate.GetRSAPrivateKey()!;
        var now = DateTime.UtcNow;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = client,
                Audience = audience,
                Claims = new Dictionary<string, object> { ["sub"] = client, ["jti"] = Guid.NewGuid().ToString() },
                NotBefore = now,
                Expires = now + Lasts,
                AdditionalHeaderClaims = new Dictionary<string, object>
                {
                    ["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)),
                },
                SigningCredentials = new(
                    // The key is disposed of here, so no one may keep what was made with it.
                    new RsaSecurityKey(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } },
                    SecurityAlgorithms.RsaSsaPssSha256
                ),
            }
        );
    }
}
