using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Cwa.Graph.Tests.Security;

/// <summary>Tokens, good and bad, checked as in production: by the directory's discovery, keys and claims.</summary>
[Collection(SignedIn.Name)]
public sealed class TokenTests(SignedInServer server)
{
    private const string Liaisons = "{ liaisons { totalCount nodes { agency { abbreviation } } } }";

    private static readonly SigningKey Stranger = new("the-key"),
        Unknown = new("another-key");

    private LocalIssuer Issuer => server.Issuer;

    [Fact]
    public async Task A_good_token_is_accepted()
    {
        var data = await server.AskAsync("SSA", Liaisons);

        Assert.Equal(
            "SSA",
            Assert
                .Single(data.GetProperty("liaisons").GetProperty("nodes").EnumerateArray())
                .GetProperty("agency")
                .GetProperty("abbreviation")
                .GetString()
        );
    }

    public static TheoryData<string> Forgeries =>
        [
            "another audience",
            "another issuer",
            "another tenant",
            "no algorithm",
            "no signature",
            "public key as a secret",
            "expired",
            "not yet valid",
            "no expiry",
            "unknown key",
            "key of a stranger",
            "no key id",
            "embedded key",
            "key to be fetched",
            "certificate to be fetched",
            "truncated",
            "two parts",
            "huge",
            "neither scope nor role",
            "empty",
            "not a token",
        ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_bad_token_gets_nothing_and_causes_no_request_to_the_directory(string forgery)
    {
        using var http = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ agencies { totalCount } }" }),
        };
        http.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Forge(forgery));

        using var response = await server.Server.Client.SendAsync(http);

        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Equal(
            "UNAUTHENTICATED",
            body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
        Assert.False(body.TryGetProperty("data", out _));
        Assert.All(Issuer.Asked, path => Assert.StartsWith("/" + Issuer.TenantId, path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Basic cGF0OnNlY3JldA==")]
    [InlineData("Bearer")]
    [InlineData("Negotiate")]
    public async Task Another_authentication_scheme_is_refused(string header)
    {
        using var http = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        http.Headers.TryAddWithoutValidation("Authorization", header);

        using var response = await server.Server.Client.SendAsync(http);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_tool_acts_for_the_agencies_that_the_settings_name()
    {
        var claims = Issuer.Claims(["Agency.Submit"]);
        claims.Remove("scp");
        claims.Remove("name");
        claims["azp"] = SignedInServer.App;

        Assert.Equal(1, await LiaisonsSeenAsync(claims));
    }

    [Fact]
    public async Task A_person_who_uses_a_tool_does_not_act_as_the_tool()
    {
        var claims = Issuer.Claims(["Agency.Submit"]);
        claims["azp"] = SignedInServer.App;

        Assert.Equal(0, await LiaisonsSeenAsync(claims));
    }

    [Fact]
    public async Task A_tool_that_is_not_in_the_settings_acts_for_nobody()
    {
        var claims = Issuer.Claims(["Agency.Submit"]);
        claims.Remove("scp");
        claims["azp"] = Guid.NewGuid().ToString();

        Assert.Equal(0, await LiaisonsSeenAsync(claims));
    }

    [Fact]
    public async Task Several_agencies_are_given_as_several_values_or_separated_by_commas()
    {
        var several = Issuer.Claims(["Agency.Submit"], "SSA", "IRS");
        var commas = Issuer.Claims(["Agency.Submit"], "SSA, IRS");

        Assert.Equal(await LiaisonsSeenAsync(several), await LiaisonsSeenAsync(commas));
        Assert.True(await LiaisonsSeenAsync(several) > 1);
    }

    [Fact]
    public async Task A_token_with_an_agency_and_without_the_role_is_forbidden()
    {
        var answer = await server.SendWithAsync(Issuer.Token([], "SSA"), Liaisons);

        Assert.Equal(
            "FORBIDDEN",
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
    }

    private async Task<int> LiaisonsSeenAsync(Dictionary<string, object> claims)
    {
        var answer = await server.SendWithAsync(Issuer.Key.Sign(claims), Liaisons);
        return answer.GetProperty("data").GetProperty("liaisons").GetProperty("totalCount").GetInt32();
    }

    private string Forge(string forgery)
    {
        var claims = Issuer.Claims(["Npr.Read"]);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return forgery switch
        {
            "another audience" => Signed(("aud", Guid.NewGuid().ToString())),
            "another issuer" => Signed(("iss", "https://login.microsoftonline.com/" + Issuer.TenantId + "/v2.0")),
            "another tenant" => Signed(
                ("iss", Issuer.Instance + Guid.NewGuid() + "/v2.0"),
                ("tid", Guid.NewGuid().ToString())
            ),
            "no algorithm" => SigningKey.Assemble(new() { ["alg"] = "none", ["typ"] = "JWT" }, claims, _ => []),
            "no signature" => SigningKey.Assemble(
                new() { ["alg"] = "RS256", ["kid"] = Issuer.Key.Id },
                claims,
                _ => []
            ),
            "public key as a secret" => SigningKey.Assemble(
                new() { ["alg"] = "HS256", ["kid"] = Issuer.Key.Id },
                claims,
                bytes => HMACSHA256.HashData(Issuer.Key.PublicPem, bytes)
            ),
            "expired" => Signed(("exp", now - 600), ("nbf", now - 4000)),
            "not yet valid" => Signed(("nbf", now + 600)),
            "no expiry" => Without("exp"),
            "unknown key" => Unknown.Sign(claims),
            "key of a stranger" => Stranger.Sign(claims),
            "no key id" => SigningKey.Assemble(new() { ["alg"] = "RS256" }, claims, bytes => bytes),
            "embedded key" => Unknown.Sign(claims, ("jwk", Unknown.PublicJwk())),
            "key to be fetched" => Unknown.Sign(claims, ("jku", Issuer.Instance + "stolen/keys")),
            "certificate to be fetched" => Unknown.Sign(claims, ("x5u", Issuer.Instance + "stolen/certificate")),
            "truncated" => Issuer.Key.Sign(claims)[..^12],
            "two parts" => string.Join('.', Issuer.Key.Sign(claims).Split('.')[..2]),
            "huge" => Signed(("agency", Enumerable.Repeat("SSA", 5_000))),
            "neither scope nor role" => Without("roles", "scp"),
            "empty" => "",
            _ => "nonsense",
        };

        string Without(params string[] names)
        {
            foreach (var name in names)
                claims.Remove(name);
            return Issuer.Key.Sign(claims);
        }

        string Signed(params (string Name, object Value)[] changed)
        {
            foreach (var (name, value) in changed)
                claims[name] = value;
            return Issuer.Key.Sign(claims);
        }
    }
}
