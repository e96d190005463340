using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// How people sign in to a local directory: the authorization code flow, checked as Entra ID checks it.
/// </summary>
public sealed class LocalSignIn(LocalIssuer issuer)
{
    private static readonly X509Certificate2 Client = LocalIssuer.SelfSigned();

    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _codes = new();

    /// <summary>The claims of whoever signs in next, in the ID token.</summary>
    public Dictionary<string, object> Next { get; set; } = [];

    /// <summary>With which error people are sent back; null if they are signed in.</summary>
    public string? Refusal { get; set; }

    /// <summary>What the sign-in asked for, last.</summary>
    public Dictionary<string, string> Asked { get; private set; } = [];

    /// <summary>The settings with which a server signs people in here.</summary>
    public (string, string)[] Settings { get; } =
    [
        ("AzureAd:ClientCredentials:0:SourceType", "Base64Encoded"),
        ("AzureAd:ClientCredentials:0:Base64EncodedValue", Convert.ToBase64String(Client.Export(X509ContentType.Pfx))),
    ];

    /// <summary>A person with these roles and agencies is the next to sign in.</summary>
    /// <returns>The claims of the ID token.</returns>
    public Dictionary<string, object> Expect(string[] roles, params string[] agencies)
    {
        var claims = issuer.Claims(roles, agencies);
        claims.Remove("scp");
        claims["preferred_username"] = "pat@example.gov";
        return Next = claims;
    }

    public void Map(WebApplication app)
    {
        app.MapGet($"/{issuer.TenantId}/authorize", Authorize);
        app.MapPost($"/{issuer.TenantId}/token", RedeemAsync);
        app.MapGet(
            $"/{issuer.TenantId}/logout",
            (string post_logout_redirect_uri, string state) =>
                Results.Redirect($"{post_logout_redirect_uri}?state={Uri.EscapeDataString(state)}")
        );
    }

    private IResult Authorize(HttpRequest request)
    {
        Asked = request.Query.ToDictionary(p => p.Key, p => p.Value.ToString());
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = Asked;
        var answer = Refusal is null ? $"code={code}" : $"error={Refusal}&error_description=x";
        return Results.Redirect($"{Asked["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(Asked["state"])}");
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!await IsClientAsync(form["client_assertion"].ToString(), form["client_assertion_type"].ToString()))
            return Refused("invalidClient");
        if (!_codes.TryRemove(form["code"].ToString(), out var asked))
            return Refused("invalid_grant");
        var challenge = Base64Url.EncodeToString(
            SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))
        );
        var isSame =
            form["grant_type"] == "authorization_code"
            && form["client_id"] == issuer.ClientId
            && form["redirect_uri"] == asked["redirect_uri"]
            && (asked["code_challenge"], asked["code_challenge_method"]) == (challenge, "S256");
        return isSame
            ? Results.Json(
                new
                {
                    token_type = "Bearer",
                    expires_in = 3600,
                    access_token = "of no use here",
                    id_token = issuer.Key.Sign(
                        new(Next) { ["nonce"] = Next.GetValueOrDefault("nonce", asked["nonce"]) }
                    ),
                }
            )
            : Refused("invalid_grant");
    }

    private async Task<bool> IsClientAsync(string assertion, string type)
    {
        var checkedIt = await new JsonWebTokenHandler().ValidateTokenAsync(
            assertion,
            new()
            {
                ValidIssuer = issuer.ClientId,
                ValidAudience = $"{issuer.Instance}{issuer.TenantId}/token",
                IssuerSigningKey = new X509SecurityKey(Client),
                TryAllIssuerSigningKeys = true,
                ValidAlgorithms = ["PS256"],
            }
        );
        return checkedIt is { IsValid: true, SecurityToken: JsonWebToken token }
            && token.Subject == issuer.ClientId
            && token.GetHeaderValue<string>("x5t#S256") == Base64Url.EncodeToString(SHA256.HashData(Client.RawData))
            && type == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    }

    private static IResult Refused(string error) =>
        Results.Json(new { error, error_description = "x" }, statusCode: StatusCodes.Status400BadRequest);
}
