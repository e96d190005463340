using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>Good tokens that are changed in one place and signed by the right key.</summary>
public abstract partial class ChangedTokens(SignedInServer server)
{
    protected LocalIssuer Issuer => server.Issuer;

    protected async Task IsTakenAsync(string token)
    {
        var answer = await AskAsync(token);
        Assert.True(answer.Status == 200, answer.Text);

        using var socket = await (await server.Server.OpenSocketAsync()).InitAsync("Bearer " + token);
    }

    protected async Task IsRefusedAsync(string token)
    {
        var answer = await AskAsync(token);
        Assert.True((401, ErrorCodes.Unauthenticated) == (answer.Status, answer.Code), $"{token}\n{answer.Text}");

        using var socket = await server.Server.OpenSocketAsync();
        await socket.SendAsync(new { type = "connection_init", payload = new { Authorization = "Bearer " + token } });
        Assert.Equal(CloseCodes.Forbidden, (await socket.ClosedAsync()).Code);
    }

    protected async Task<Answer> AskAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await Answer.OfAsync(await server.Server.Client.SendAsync(request));
    }

    protected string Sign(string header, string claims) =>
        Issuer.Key.Sign(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(claims));

    protected static string Header(string member) =>
        Object(
            new()
            {
                ["alg"] = "\"RS256\"",
                ["typ"] = "\"JWT\"",
                ["kid"] = "\"the-key\"",
            },
            member
        );

    protected string Claims(string member) =>
        Object(
            Issuer
                .Claims(["Npr.Read"])
                .ToDictionary(claim => claim.Key, claim => JsonSerializer.Serialize(claim.Value)),
            AtNow(member)
                .Replace("{aud}", Issuer.ClientId, StringComparison.Ordinal)
                .Replace("{iss}", Issuer.Issuer, StringComparison.Ordinal)
        );

    // Computed when the token is made: half an hour may pass between a test's discovery and its run.
    private static string AtNow(string member)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return SecondsFromNow()
            .Replace(member, time => $"{now + int.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)}");
    }

    // A member replaces the usual one with its name.
    private static string Object(Dictionary<string, string> usual, string member)
    {
        if (member.Split('"') is [_, var name, ..])
            usual.Remove(name.Replace("\\u0061", "a", StringComparison.Ordinal));
        var members = usual.Select(pair => $"\"{pair.Key}\":{pair.Value}").Append(member.Trim());
        return $"{{{string.Join(',', members.Where(text => text.Length > 0))}}}";
    }

    [GeneratedRegex(@"\{now([+-]\d+)\}")]
    private static partial Regex SecondsFromNow();
}
