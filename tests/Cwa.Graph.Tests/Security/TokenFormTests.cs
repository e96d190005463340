using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// Tokens signed by the right key but changed in one place: what RFC 7515 and 7519 forbid is refused.
/// </summary>
[Collection(SignedIn.Name)]
public sealed partial class TokenFormTests(SignedInServer server)
{
    private LocalIssuer Issuer => server.Issuer;

    public static TheoryData<string> BadHeaders =>
        [
            """ "crit":["x"] """,
            """ "crit":["exp"],"exp":1 """,
            """ "crit":["b64"],"b64":false """,
            """ "crit":[] """,
            """ "crit":"x" """,
            """ "crit":null """,
            """ "crit":{} """,
            """ "alg":"none" """,
            """ "alg":"NONE" """,
            """ "alg":"" """,
            """ "alg":null """,
            """ "alg":5 """,
            """ "alg":["RS256"] """,
            """ "alg":"rs256" """,
            """ "alg":"RS384" """,
            """ "alg":"PS256" """,
            """ "alg":"HS256" """,
            """ "alg":"ES256" """,
            """ "cty":"JWT" """,
            """ "cty":"jwt" """,
            """ "cty":"application/jwt" """,
            """ "cty":"Application/JWT" """,
            """ "cty":"application/jwt; charset=utf-8" """,
            """ "cty":"application/at+jwt" """,
            """ "cty":1 """,
            """ "typ":1 """,
            """ "typ":null """,
            """ "kid":1 """,
            """ "kid":["the-key"] """,
            """ "kid":"" """,
            """ "kid":"THE-KEY2" """,
            """ "jku":1 """,
            """ "x5u":{} """,
            """ "x5t":[] """,
            """ "alg":"RS256","alg":"RS256" """,
            """ "kid":"the-key","kid":"the-key" """,
            """ "other":1,"other":1 """,
            """ "\u0061lg":"RS256","alg":"RS256" """,
        ];

    public static TheoryData<string> GoodHeaders =>
        [
            """ "typ":"JWT" """,
            """ "typ":"at+jwt" """,
            """ "typ":"jwt" """,
            """ "x5t":"abc" """,
            """ "jku":"https://stolen.example/keys" """,
            """ "x5u":"https://stolen.example/c" """,
            """ "jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"} """,
            """ "x5c":["MIIB"] """,
            """ "other":{"a":[1]} """,
            """ "cty":"json" """,
            """ "cty":"application/json; of=jwt" """,
            """ "exp":1 """,
            """ "nonce":"x" """,
        ];

    public static TheoryData<string> BadClaims =>
        new(
            new[]
            {
                "\"exp\":\"{now+600}\"",
                "\"exp\":null",
                "\"exp\":true",
                "\"exp\":[]",
                "\"exp\":-1",
                "\"exp\":0",
                "\"exp\":1e-5",
                "\"exp\":{now-600}",
                "\"exp\":{now-600}.5",
                "\"exp\":-1e300",
                "\"nbf\":\"{now+0}\"",
                "\"nbf\":null",
                "\"nbf\":{}",
                "\"nbf\":{now+3600}",
                "\"nbf\":1e300",
                "\"iat\":\"now\"",
                "\"iat\":null",
                "\"iat\":[1]",
                "\"aud\":null",
                "\"aud\":1",
                "\"aud\":[]",
                "\"aud\":{}",
                "\"aud\":\"\"",
                "\"aud\":\"another\"",
                "\"aud\":[\"another\"]",
                "\"aud\":[\"{aud}\",1]",
                "\"aud\":[[\"{aud}\"]]",
                "\"aud\":{\"a\":\"{aud}\"}",
                "\"iss\":null",
                "\"iss\":1",
                "\"iss\":\"\"",
                "\"iss\":[\"{iss}\"]",
                "\"iss\":\"{iss}/\"",
                "\"iss\":\"{iss}\\u0000\"",
                "\"iss\":\"https://login.microsoftonline.com/common/v2.0\"",
                "\"sub\":1",
                "\"sub\":null",
                "\"sub\":[\"a\"]",
                "\"jti\":1",
                "\"exp\":{now+600},\"exp\":{now+600}",
                "\"roles\":[],\"roles\":[\"Npr.Read\"]",
                "\"a\":1,\"a\":1",
            }
        );

    public static TheoryData<string> GoodClaims =>
        new(
            new[]
            {
                "\"exp\":{now+600}.75",
                "\"exp\":{now+600}e0",
                "\"exp\":253402300799",
                "\"nbf\":0",
                "\"nbf\":{now-1}.5",
                "\"iat\":0",
                "\"iat\":{now+600}",
                "\"aud\":[\"{aud}\"]",
                "\"aud\":[\"another\",\"{aud}\"]",
                "\"jti\":\"1\"",
                "\"other\":{\"a\":[1,null]}",
                "\"sub\":\"\"",
                "\"agency\":null",
                "\"name\":7",
                "\"agency\":{\"a\":1}",
                "\"roles\":[\"Npr.Read\",5,null,{}]",
            }
        );

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public Task A_header_that_the_standard_forbids_is_refused(string member) =>
        IsRefusedAsync(Sign(Header(member), Claims("")));

    [Theory]
    [MemberData(nameof(GoodHeaders))]
    public Task A_header_with_more_than_is_needed_is_accepted(string member) =>
        IsTakenAsync(Sign(Header(member), Claims("")));

    [Theory]
    [MemberData(nameof(BadClaims))]
    public Task A_claim_that_the_standard_forbids_is_refused(string member) =>
        IsRefusedAsync(Sign(Header(""), Claims(member)));

    [Theory]
    [MemberData(nameof(GoodClaims))]
    public Task A_claim_that_the_standard_allows_is_accepted(string member) =>
        IsTakenAsync(Sign(Header(""), Claims(member)));

    [Theory]
    [InlineData("header", "null")]
    [InlineData("header", "[]")]
    [InlineData("header", "")]
    [InlineData("header", "{\"alg\":\"RS256\",\"kid\":\"the-key\"} x")]
    [InlineData("header", "{\"alg\":\"RS256\",\"kid\":\"the-key\",}")]
    [InlineData("header", "\uFEFF{\"alg\":\"RS256\",\"kid\":\"the-key\"}")]
    [InlineData("claims", "null")]
    [InlineData("claims", "[]")]
    [InlineData("claims", "\"text\"")]
    [InlineData("claims", "{")]
    [InlineData("claims", "")]
    public Task A_part_that_is_not_a_JSON_object_is_refused(string part, string text) =>
        IsRefusedAsync(part == "header" ? Sign(text, Claims("")) : Sign(Header(""), text));

    [Fact]
    public async Task A_token_within_a_token_is_refused()
    {
        var inner = Sign(Header(""), Claims(""));

        await IsRefusedAsync(Sign(Header("\"cty\":\"JWT\""), inner));
        await IsRefusedAsync(Sign(Header(""), inner));
        await IsRefusedAsync($"{inner}.{inner}");
        await IsRefusedAsync(inner + ".." + inner);
    }

    [Fact]
    public async Task A_token_that_is_not_well_formed_is_refused()
    {
        var parts = Sign(Header(""), Claims("")).Split('.');
        string[] written =
        [
            $"{parts[0]}.{parts[1]}.{parts[2]}==",
            $"{parts[0]}=.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}=.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{parts[2]}.",
            $".{parts[0]}.{parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]} .{parts[2]}",
            $"{parts[0]}. {parts[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{parts[2]}A",
            $"{parts[0]}.{parts[1]}.{parts[2]}!",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{parts[0]}..{parts[2]}",
            $"{parts[0]}.{parts[1]}.{parts[2][..^1]}",
            $"{parts[0]}.{parts[1]}.{Base64Of(parts[2])}",
        ];

        foreach (var token in written)
            await IsRefusedAsync(token);
    }

    [Fact]
    public async Task A_token_with_any_character_changed_is_refused()
    {
        var token = Sign(Header(""), Claims(""));
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ~";

        await Gen.Select(Gen.Int[0, token.Length - 1], Gen.Int[0, Letters.Length - 1])
            .Where(change => token[change.Item1] != Letters[change.Item2])
            .SampleAsync(
                (at, letter) => IsRefusedAsync(token[..at] + Letters[letter] + token[(at + 1)..]),
                iter: 100,
                threads: 2
            );
    }

    [Fact]
    public async Task Any_value_of_any_member_is_accepted_or_refused_and_never_causes_an_internal_error()
    {
        var name = Gen.OneOf(
            "alg",
            "typ",
            "kid",
            "cty",
            "crit",
            "b64",
            "jku",
            "jwk",
            "x5u",
            "x5c",
            "x5t",
            "zip",
            "enc",
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "tid",
            "oid",
            "azp",
            "appid",
            "scp",
            "roles",
            "role",
            "agency",
            "name",
            "preferred_username",
            "unique_name",
            "ver",
            "_claim_names",
            "acct",
            "idtyp"
        );
        var leaf = Gen.OneOf(
            Gen.OneOf(
                "null",
                "true",
                "0",
                "-1",
                "1e308",
                "1e400",
                "-0.0",
                "9223372036854775808",
                "253402300800",
                "\"\"",
                "\"Npr.Read\"",
                "\"SSA\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "{}",
                "[]"
            ),
            Gen.Double.Select(number => JsonSerializer.Serialize(double.IsFinite(number) ? number : 0)),
            Gen.String.Select(text => JsonSerializer.Serialize(text))
        );
        var list = leaf.Array[0, 4].Select(items => $"[{string.Join(',', items)}]");
        var value = Gen.OneOf(leaf, list, leaf.Select(item => $"{{\"a\":{item}}}"));

        await Gen.Select(Gen.Bool, name, value)
            .SampleAsync(
                async (inHeader, member, json) =>
                {
                    var said = $"\"{member}\":{json}";
                    var token = inHeader ? Sign(Header(said), Claims("")) : Sign(Header(""), Claims(said));
                    Assert.Contains((await AskAsync(token)).Code, new[] { "", ErrorCodes.Unauthenticated });
                },
                iter: 300,
                threads: 2
            );
    }

    [Theory]
    [InlineData("oid")]
    [InlineData("sub")]
    [InlineData("name")]
    [InlineData("iat")]
    [InlineData("nbf")]
    [InlineData("tid")]
    public async Task An_optional_claim_may_be_missing(string claim)
    {
        var claims = Issuer.Claims(["Npr.Read"]);
        claims.Remove(claim);

        await IsTakenAsync(Issuer.Key.Sign(claims));
    }

    private async Task IsTakenAsync(string token)
    {
        var answer = await AskAsync(token);
        Assert.True(answer.Status == 200, answer.Text);

        using var socket = await (await server.Server.OpenSocketAsync()).InitAsync("Bearer " + token);
    }

    private async Task IsRefusedAsync(string token)
    {
        var answer = await AskAsync(token);
        Assert.True((401, ErrorCodes.Unauthenticated) == (answer.Status, answer.Code), $"{token}\n{answer.Text}");

        using var socket = await server.Server.OpenSocketAsync();
        await socket.SendAsync(new { type = "connection_init", payload = new { Authorization = "Bearer " + token } });
        Assert.Equal(CloseCodes.Forbidden, (await socket.ClosedAsync()).Code);
    }

    private async Task<Answer> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await Answer.OfAsync(await server.Server.Client.SendAsync(request));
    }

    private string Sign(string header, string claims) =>
        Issuer.Key.Sign(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(claims));

    private static string Header(string member) =>
        Object(
            new()
            {
                ["alg"] = "\"RS256\"",
                ["typ"] = "\"JWT\"",
                ["kid"] = "\"the-key\"",
            },
            member
        );

    private string Claims(string member) =>
        Object(
            Issuer
                .Claims(["Npr.Read"])
                .ToDictionary(claim => claim.Key, claim => JsonSerializer.Serialize(claim.Value)),
            AtNow(member)
                .Replace("{aud}", Issuer.ClientId, StringComparison.Ordinal)
                .Replace("{iss}", Issuer.Issuer, StringComparison.Ordinal)
        );

    // Computed when the token is made: half an hour may pass between a test's discovery and its run.
    private static string AtNow(string member) =>
        SecondsFromNow()
            .Replace(
                member,
                time =>
                    $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds() + int.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)}"
            );

    // A member replaces the usual one with its name.
    private static string Object(Dictionary<string, string> usual, string member)
    {
        if (member.Split('"') is [_, var name, ..])
            usual.Remove(name.Replace("\\u0061", "a", StringComparison.Ordinal));
        var members = usual.Select(pair => $"\"{pair.Key}\":{pair.Value}").Append(member.Trim());
        return $"{{{string.Join(',', members.Where(text => text.Length > 0))}}}";
    }

    private static string Base64Of(string base64Url) => Convert.ToBase64String(Base64Url.DecodeFromChars(base64Url));

    [GeneratedRegex(@"\{now([+-]\d+)\}")]
    private static partial Regex SecondsFromNow();
}
