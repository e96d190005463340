using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// A directory like Entra ID on this machine: discovery, keys, tokens, sign-in, and a record of the requests.
/// </summary>
public sealed class LocalIssuer : IAsyncDisposable
{
    // Making a key takes as long as a hundred answers, so all directories of a run have the same ones.
    private static readonly X509Certificate2 Certificate = SelfSigned();

    private static readonly SigningKey TheKey = new("the-key");

    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;

    private LocalIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(Certificate))
        );
        _app = builder.Build();
        _app.Use(
            async (http, next) =>
            {
                _asked.Enqueue(http.Request.Path);
                await (Away ?? next)(http);
            }
        );
        foreach (var version in new[] { "", "/v2.0" })
        {
            _app.MapGet(
                $"/{TenantId}{version}/.well-known/openid-configuration",
                () =>
                    Results.Json(
                        new
                        {
                            issuer = $"{Instance}{TenantId}{version}",
                            jwks_uri = $"{Instance}{TenantId}/keys",
                            authorization_endpoint = $"{Instance}{TenantId}/authorize",
                            token_endpoint = $"{Instance}{TenantId}/token",
                            end_session_endpoint = $"{Instance}{TenantId}/logout",
                        }
                    )
            );
        }

        _app.MapGet($"/{TenantId}/keys", () => Results.Json(new { keys = new[] { Key.PublicJwk() } }));
        People = new(this);
        People.Map(_app);
    }

    /// <summary>How people sign in.</summary>
    public LocalSignIn People { get; }

    public string TenantId { get; } = Guid.NewGuid().ToString();

    public string ClientId { get; } = Guid.NewGuid().ToString();

    public SigningKey Key { get; } = TheKey;

    /// <summary>The directory's address, for `AzureAd:Instance`.</summary>
    public string Instance => _app.Urls.Single() + "/";

    public string Issuer => $"{Instance}{TenantId}/v2.0";

    /// <summary>What it does instead of answering while it is away; null when it answers.</summary>
    public RequestDelegate? Away { get; set; }

    /// <summary>The paths that were requested.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public static async Task<LocalIssuer> StartAsync()
    {
        var issuer = new LocalIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    /// <summary>A client that trusts only the directories' certificate.</summary>
    public static HttpClientHandler Backchannel() =>
        new()
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Thumbprint == Certificate.Thumbprint,
        };

    /// <summary>The claims of a good token for a person.</summary>
    public Dictionary<string, object> Claims(string[] roles, params string[] agencies)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new()
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["tid"] = TenantId,
            ["oid"] = Guid.NewGuid().ToString(),
            ["sub"] = Guid.NewGuid().ToString(),
            ["name"] = "Pat Example",
            ["scp"] = "access_as_user",
            ["ver"] = "2.0",
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["roles"] = roles,
            ["agency"] = agencies,
        };
    }

    /// <summary>A good token for a person.</summary>
    public string Token(string[] roles, params string[] agencies) => Key.Sign(Claims(roles, agencies));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(1)
        );
        return X509CertificateLoader.LoadPkcs12(
            certificate.Export(X509ContentType.Pfx),
            null,
            X509KeyStorageFlags.Exportable
        );
    }
}
