using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>The conditions by which the calendar of the whole government is searched.</summary>
public sealed class EventConditionTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Query = """
        query ($where: EventFilterInput) { events(first: 100, where: $where) { totalCount nodes { id } } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Spanish_town_halls_in_Texas_this_month_are_one_operation(string provider)
    {
        var server = await servers.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var texan = (
            await db.Events.Where(e => e.State == StateCode.TX && e.Format == EventFormat.TownHall).ToListAsync()
        )
            .Where(e => e.Languages.Contains("es") && e.StartsOn is { Year: 1998, Month: 11 })
            .Select(e => e.Id);

        foreach (var language in new[] { "es", "Spanish" })
            Assert.Equal(
                texan.Order(),
                await FoundAsync(
                    server.AsReviewer(),
                    new
                    {
                        language,
                        format = new { eq = "TOWN_HALL" },
                        state = new { eq = "TX" },
                        startsOn = new { gte = "1998-11-01", lte = "1998-11-30" },
                    }
                )
            );
        Assert.NotEmpty(texan);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Words_are_found_in_titles_and_descriptions(string provider)
    {
        var server = await servers.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var events = await db.Events.ToListAsync();
        var word = events[0].Description.Split(' ').MaxBy(w => w.Length)!.Trim('.', ',');
        var having = events
            .Where(e =>
                $"{e.Title}\n{e.Description}".Contains(word, StringComparison.OrdinalIgnoreCase)
                && e.City == events[0].City
            )
            .Select(e => e.Id);

        var found = await FoundAsync(
            server.AsReviewer(),
            new { text = word.ToLowerInvariant(), city = new { eq = events[0].City } }
        );

        Assert.Equal(having.Order(), found);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_the_public_may_not_read_of_an_event_is_null_in_conditions_too(string provider)
    {
        var server = await servers.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var ssa = await db.Agencies.SingleAsync(a => a.Abbreviation == "SSA");
        var events = await db.Events.Include(e => e.Hosts).ToListAsync();
        var own = events.Where(e => e.Hosts.Any(h => h.AgencyId == ssa.Id)).ToList();
        var others = events.Except(own).Where(e => e.IsPublic).ToList();
        var well = new { attendance = new { gte = 20 } };
        var unknown = new { attendance = new { eq = (int?)null }, agency = new { abbreviation = new { eq = "SSA" } } };

        Assert.Equal(
            own.Where(e => e.Attendance >= 20).Select(e => e.Id).Order(),
            await FoundAsync(server.As(ssa), well)
        );
        Assert.Equal(
            own.Where(e => e.Attendance is null && e.AgencyId == ssa.Id).Select(e => e.Id).Order(),
            await FoundAsync(server.As(ssa), unknown)
        );
        Assert.Equal(
            others.Count + own.Count(e => e.Setting is null),
            await CountAsync(server.As(ssa), new { setting = new { eq = (string?)null } })
        );
        Assert.Equal(0, await CountOfPublicAsync(server.Public, well));
        Assert.NotEqual(0, own.Count(e => e.Attendance >= 20));
        Assert.NotEqual(0, others.Count(e => e.Attendance >= 20));
    }

    private static async Task<IEnumerable<Guid>> FoundAsync(SignedInCaller caller, object where)
    {
        var events = (await caller.AskAsync(Query, new { where })).GetProperty("events");
        var ids = events
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => NodeId.Decode(node.Text("id")!).Key)
            .Order()
            .ToList();
        Assert.Equal(ids.Count, events.GetProperty("totalCount").GetInt32());
        return ids;
    }

    private static async Task<int> CountAsync(SignedInCaller caller, object where) =>
        CountOf(await caller.AskAsync(Query, new { where }));

    private static async Task<int> CountOfPublicAsync(CwaServer server, object where) =>
        CountOf((await server.SendAsync(Query, new { where })).GetProperty("data"));

    private static int CountOf(JsonElement data) => data.GetProperty("events").GetProperty("totalCount").GetInt32();
}
