using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Year;

/// <summary>
/// A database over the days of a year: on each the server is started anew, and everybody comes to it through the public
/// API.
/// </summary>
internal sealed class AgencyYear : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private CwaServer _public;
    private CwaServer _today;

    private AgencyYear(TestDatabase database, CwaServer today, CwaServer @public) =>
        (_database, _today, _public) = (database, today, @public);

    /// <summary>The agency whose year it is.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>The agency, as its id goes over the wire.</summary>
    public string AgencyId => Agency.Id();

    private Agency Other { get; set; } = null!;

    public static async Task<AgencyYear> BeginAsync(string provider, string day)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var year = new AgencyYear(database, CwaServer.OnDay(database, day), CwaServer.ForThePublic(database, day));
        year.Agency = await year._today.HasAgencyAsync();
        year.Other = await year._today.HasAgencyAsync();
        return year;
    }

    /// <summary>Goes on to another day.</summary>
    public async Task GoToAsync(string day)
    {
        await _today.DisposeAsync();
        await _public.DisposeAsync();
        (_today, _public) = (CwaServer.OnDay(_database, day), CwaServer.ForThePublic(_database, day));
    }

    /// <summary>The agency does something, which is not refused.</summary>
    public async Task<JsonElement> DoesAsync(string mutation, object input, string thing = "") =>
        await _today.As(Agency).DoneAsync(mutation, input, thing);

    /// <summary>NPR does something, which is not refused.</summary>
    public async Task<JsonElement> NprDoesAsync(string mutation, object input, string thing = "") =>
        await _today.AsReviewer().DoneAsync(mutation, input, thing);

    /// <summary>
    /// The record that a mutation answers with is seen by its agency, and of the others by these alone.
    /// </summary>
    public async Task<string> IsSeenAsync(JsonElement payload, string thing, bool byNpr = true, bool byOthers = false)
    {
        var id = payload.GetProperty(thing).Text("id")!;
        await IsSeenAsync(id, byNpr, byOthers);
        return id;
    }

    /// <summary>
    /// A record is seen by its agency, and of the others by these alone; who does not see it cannot tell that it
    /// exists.
    /// </summary>
    public async Task IsSeenAsync(string id, bool byNpr = true, bool byOthers = false)
    {
        Assert.True(await SeesAsync(_today.As(Agency).AskAsync, id));
        Assert.Equal(byNpr, await SeesAsync(_today.AsReviewer().AskAsync, id));
        Assert.Equal(byOthers, await SeesAsync(_today.As(Other).AskAsync, id));
        Assert.Equal(byOthers, await SeesAsync(_public.AskAsync, id));
    }

    public Task<JsonElement> NprAsksAsync(string query, object? variables = null) =>
        _today.AsReviewer().AskAsync(query, variables);

    public Task<JsonElement> OtherAsksAsync(string query, object? variables = null) =>
        _today.As(Other).AskAsync(query, variables);

    public Task<JsonElement> PublicAsksAsync(string query, object? variables = null) =>
        _public.AskAsync(query, variables);

    public async ValueTask DisposeAsync()
    {
        await _today.DisposeAsync();
        await _public.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<bool> SeesAsync(Func<string, object?, Task<JsonElement>> ask, string id) =>
        (await ask("query ($id: ID!) { node(id: $id) { id } }", new { id })).GetProperty("node").ValueKind
        == JsonValueKind.Object;
}
