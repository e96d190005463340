using System.Buffers.Text;
using System.Text.Json;
using CsCheck;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>Tokens that are not of the form of RFC 7515 are refused, and no token causes an internal error.</summary>
[Collection(SignedIn.Name)]
public sealed class TokenFormTests(SignedInServer server) : ChangedTokens(server)
{
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

    private static string Base64Of(string base64Url) => Convert.ToBase64String(Base64Url.DecodeFromChars(base64Url));
}
