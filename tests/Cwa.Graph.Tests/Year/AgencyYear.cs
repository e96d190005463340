using System.Text.Json;
using Cwa.Model;

namespace Cwa.Graph.Tests.Year;

/// <summary>A database over the days of a year, which everybody uses through the public API.</summary>
internal sealed class AgencyYear : IAsyncDisposable
{
    private readonly CwaServer _server;

    private AgencyYear(CwaServer server) => _server = server;

    /// <summary>The agency whose year it is.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The agency's id in the API.</summary>
    public string AgencyId => Agency.Id();

    private Agency Other { get; set; } = null!;

    public static async Task<AgencyYear> BeginAsync(string provider, string day)
    {
        var year = new AgencyYear(await CwaServer.StartAsync(provider));
        year.GoTo(day);
        year.Agency = await year._server.HasAgencyAsync();
        year.Other = await year._server.HasAgencyAsync();
        return year;
    }

    /// <summary>Moves on to another day.</summary>
    public void GoTo(string day)
    {
        _server.Today.Set(day);
        _server.Public.Today.Set(day);
    }

    /// <summary>The agency runs a mutation, which must not be refused.</summary>
    public async Task<JsonElement> DoesAsync(string mutation, object input, string thing = "") =>
        await _server.As(Agency).DoneAsync(mutation, input, thing);

    /// <summary>NPR runs a mutation, which must not be refused.</summary>
    public async Task<JsonElement> NprDoesAsync(string mutation, object input, string thing = "") =>
        await _server.AsReviewer().DoneAsync(mutation, input, thing);

    /// <summary>Checks that only the agency and those named see the record in a payload.</summary>
    public async Task<string> IsSeenAsync(JsonElement payload, string thing, bool byNpr = true, bool byOthers = false)
    {
        var id = payload.GetProperty(thing).Text("id")!;
        await IsSeenAsync(id, byNpr, byOthers);
        return id;
    }

    /// <summary>
    /// Checks that only the agency and those named see a record; to others it must look as if it did not exist.
    /// </summary>
    public async Task IsSeenAsync(string id, bool byNpr = true, bool byOthers = false)
    {
        Assert.True(await SeesAsync(_server.As(Agency).AskAsync, id));
        Assert.Equal(byNpr, await SeesAsync(_server.AsReviewer().AskAsync, id));
        Assert.Equal(byOthers, await SeesAsync(_server.As(Other).AskAsync, id));
        Assert.Equal(byOthers, await SeesAsync(_server.Public.AskAsync, id));
    }

    public Task<JsonElement> NprAsksAsync(string query, object? variables = null) =>
        _server.AsReviewer().AskAsync(query, variables);

    public Task<JsonElement> OtherAsksAsync(string query, object? variables = null) =>
        _server.As(Other).AskAsync(query, variables);

    public Task<JsonElement> PublicAsksAsync(string query, object? variables = null) =>
        _server.Public.AskAsync(query, variables);

    /// <summary>The id of the agency's event with this title.</summary>
    public async Task<string> EventAsync(string title)
    {
        var found = await NprAsksAsync(
            "query ($where: EventFilterInput) { events(where: $where) { nodes { id } } }",
            new
            {
                where = new
                {
                    title = new { eq = title },
                    agency = new { abbreviation = new { eq = Agency.Abbreviation } },
                },
            }
        );
        return Assert.Single(found.GetProperty("events").GetProperty("nodes").EnumerateArray()).Text("id")!;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<bool> SeesAsync(Func<string, object?, Task<JsonElement>> ask, string id) =>
        (await ask("query ($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind
        == JsonValueKind.Object;
}
