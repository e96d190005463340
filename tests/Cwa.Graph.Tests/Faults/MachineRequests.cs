using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Faults;

/// <summary>What callers ask of the machine.</summary>
internal static class MachineRequests
{
    public const string Liaisons = "{ agencies(first: 3) { nodes { abbreviation liaison { name } } } }";

    public static readonly string Npr = SignedInCaller.TokenOf("npr", [Roles.Review], []);
    public static readonly string Agency = SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]);

    public static string Designation(string? key) =>
        $$"""
            mutation {
              createProgram(input: {
                agencyId: "AGENCY", name: "Stopped", purpose: "p", startsOn: "1998-04-01"
                {{(key is null ? "" : $"idempotencyKey: \"{key}\"")}}
              }) { program { id } errors { message } }
            }
            """;

    public static string NewProgram(string name, string? key) =>
        Designation(key).Replace("Stopped", name, StringComparison.Ordinal);

    public static async Task<Answer> AskAsync(this Machine machine, string token, string query) =>
        await Answer.OfAsync(await machine.Http.SendAsync(machine.Post("/graphql", token, query)));

    public static HttpRequestMessage Post(
        this Machine machine,
        string path,
        string? token,
        string query,
        string? accept = null
    )
    {
        var request = Get(path, token);
        request.Method = HttpMethod.Post;
        request.Content = JsonContent.Create(
            new { query = query.Replace("AGENCY", machine.AgencyId, StringComparison.Ordinal) }
        );
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        return request;
    }

    public static HttpRequestMessage Get(string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    public static HttpRequestMessage Import()
    {
        var request = Get("/import/complaint-metrics", Agency);
        request.Method = HttpMethod.Post;
        request.Content = Importing.Csv(Importing.Figures("SSA,1998-04,1,1,1,1,1,,"));
        return request;
    }
}
