using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Cwa.Model;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cwa.Graph.Tests;

/// <summary>A caller with a token of a server in Development.</summary>
public sealed class SignedInCaller(
    CwaServer server,
    string name,
    IReadOnlyList<string> roles,
    IReadOnlyList<string> agencies
)
{
    private const string Issuer = "tests",
        Audience = "cwa";

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    /// <summary>The settings that `dotnet user-jwts` would make.</summary>
    public static (string Key, string Value)[] Settings =>
        [
            ("Authentication:Schemes:Bearer:ValidIssuer", Issuer),
            ("Authentication:Schemes:Bearer:ValidAudiences:0", Audience),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Issuer", Issuer),
            ("Authentication:Schemes:Bearer:SigningKeys:0:Value", Convert.ToBase64String(Key)),
        ];

    private readonly string _token = TokenOf(name, roles, agencies);

    public CwaServer Server => server;

    public string Token => _token;

    /// <summary>A token that a server with the <see cref="Settings"/> accepts.</summary>
    public static string TokenOf(string name, IReadOnlyList<string> roles, IReadOnlyList<string> agencies) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                Subject = new ClaimsIdentity([
                    new("sub", name),
                    new("name", name),
                    .. roles.Select(r => new Claim("role", r)),
                    .. agencies.Select(a => new Claim("agency", a)),
                ]),
                SigningCredentials = new(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256),
            }
        );

    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        using var response = await PostAsync("/graphql", JsonContent.Create(new { query, variables }));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> PostAsync(
        string path,
        HttpContent content,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return await server.Client.SendAsync(request, cancellationToken);
    }

    /// <summary>The data of the answer; fails if it has errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }
}

internal static class SignedInCallers
{
    /// <summary>A caller who submits for the agencies.</summary>
    public static SignedInCaller As(this CwaServer server, params Agency[] agencies) =>
        new(server, "pat", [Roles.Submit], [.. agencies.Select(a => a.Abbreviation)]);

    /// <summary>A caller who reviews for NPR.</summary>
    public static SignedInCaller AsReviewer(this CwaServer server) => new(server, "npr", [Roles.Review], []);

    /// <summary>A caller who is an administrator at NPR.</summary>
    public static SignedInCaller AsAdmin(this CwaServer server) => new(server, "admin", [Roles.Admin], []);
}
