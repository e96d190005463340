using System.Globalization;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Tests;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class UpdatedSinceTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [Fact]
    public async Task Every_list_takes_updatedSince()
    {
        var schema = (await servers.OnAsync(TestDatabase.Sqlite)).Services.GetRequiredService<GraphSchema>();
        schema.Initialize();

        var lists = schema
            .AllTypes.OfType<IObjectGraphType>()
            .SelectMany(t => t.Fields.Select(f => (Name: $"{t.Name}.{f.Name}", Field: f)))
            .Where(f => f.Field.ResolvedType!.GetNamedType().Name.EndsWith("Connection", StringComparison.Ordinal))
            .ToList();

        Assert.True(lists.Count > 30);
        Assert.Empty(lists.Where(f => f.Field.Arguments?.Find("updatedSince") is null).Select(f => f.Name));
    }

    [Fact]
    public async Task A_list_of_changing_records_compares_with_their_last_change()
    {
        var schema = (await servers.OnAsync(TestDatabase.Sqlite)).Services.GetRequiredService<GraphSchema>();
        schema.Initialize();

        var changing = schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(t => t.HasField("updatedAt") && schema.AllTypes[t.Name + "Connection"] is not null)
            .ToList();

        Assert.True(changing.Count >= 12);
        Assert.Empty(
            changing
                .Where(t => !((IInputObjectGraphType)schema.AllTypes[t.Name + "SortInput"]!).HasField("updatedAt"))
                .Select(t => t.Name)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_changed_records_are_listed_again(string provider)
    {
        const string query = """
            query ($since: DateTime, $agency: ID!) { node(id: $agency) { ... on Agency {
              events(updatedSince: $since, order: [{ updatedAt: ASC }]) { totalCount nodes { id updatedAt } }
              monthlyReports(updatedSince: $since) { totalCount }
            } } }
            """;
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned("One"), Planned("Two"), Planned("Three"))).EventIds();
        var all = await SinceAsync(null);
        var newest = all.GetProperty("events")
            .GetProperty("nodes")
            .EnumerateArray()
            .Max(e => e.GetProperty("updatedAt").GetDateTime());

        var atNewest = await SinceAsync(newest);
        var after = await SinceAsync(newest.AddMicroseconds(1));
        await server.As(agency).DoneAsync("confirmEvent", new { eventId = ids[1] }, "event { id }");
        var changed = await SinceAsync(newest.AddMicroseconds(1));

        Assert.Equal((3, 3), (Count(all, "events"), Count(atNewest, "events")));
        Assert.Equal((0, 0), (Count(after, "events"), Count(after, "monthlyReports")));
        Assert.Equal(
            [ids[1]],
            changed.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(e => e.Text("id"))
        );
        Assert.Equal(0, Count(changed, "monthlyReports"));

        async Task<JsonElement> SinceAsync(DateTime? since) =>
            (await server.As(agency).AskAsync(query, new { since, agency = agency.Id() })).GetProperty("node");

        static int Count(JsonElement node, string list) => node.GetProperty(list).GetProperty("totalCount").GetInt32();
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_copy_can_page_through_a_list_in_the_order_of_change(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (
            await server.HasAcceptedAsync(agency, [.. Enumerable.Range(0, 7).Select(i => Planned($"Hall {i}"))])
        ).EventIds();
        foreach (var id in new[] { ids[3], ids[0] })
            await server.As(agency).DoneAsync("confirmEvent", new { eventId = id }, "event { id }");

        var read = new List<(string Id, DateTime At)>();
        for (string? after = null; ; )
        {
            var page = (
                await server
                    .As(agency)
                    .AskAsync(
                        """
                        query ($agency: String, $after: String) {
                          events(first: 3, after: $after, where: { agency: { abbreviation: { eq: $agency } } },
                            order: [{ updatedAt: ASC }], updatedSince: "1998-01-01T00:00:00Z") {
                            nodes { id updatedAt } pageInfo { endCursor hasNextPage }
                          }
                        }
                        """,
                        new { agency = agency.Abbreviation, after }
                    )
            ).GetProperty("events");
            read.AddRange(
                page.GetProperty("nodes")
                    .EnumerateArray()
                    .Select(e => (e.Text("id")!, e.GetProperty("updatedAt").GetDateTime()))
            );
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                break;
            after = page.GetProperty("pageInfo").Text("endCursor");
        }

        Assert.Equal([ids[3], ids[0]], read.TakeLast(2).Select(e => e.Id));
        Assert.Equal(ids.Order(), read.Select(e => e.Id).Order());
        Assert.Equal(read.Select(e => e.At).Order(), read.Select(e => e.At));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_change_of_its_statements_changes_a_draft(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standard = await server.HasStandardAsync(agency);
        await server.SaveAnnualAsync(agency, AnnualReporting.Statement(standard, "We answered."));
        var first = await UpdatedAtAsync();

        await server.SaveAnnualAsync(agency, AnnualReporting.Statement(standard, "We listened."));

        Assert.True(await UpdatedAtAsync() > first);

        async Task<DateTime> UpdatedAtAsync() =>
            (
                await server
                    .As(agency)
                    .AskAsync(
                        "query ($id: ID!) { node(id: $id) { ... "
                            + "on Agency { annualReports { nodes { updatedAt } } } } }",
                        new { id = agency.Id() }
                    )
            )
                .GetProperty("node")
                .GetProperty("annualReports")
                .GetProperty("nodes")[0]
                .GetProperty("updatedAt")
                .GetDateTime();
    }

    [Fact]
    public async Task A_report_as_of_an_instant_has_the_last_change_by_then()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var submitted = await server.SubmitAsync(agency, null, Planned());
        var instant = server.Clock.GetUtcNow().UtcDateTime;
        await server.AcceptAsync(submitted);

        var report = (
            await server
                .As(agency)
                .AskAsync(
                    """
                    query ($id: ID!, $knownAt: DateTime) { node(id: $id) { ... on Agency {
                      then: monthlyReports(knownAt: $knownAt, order: [{ updatedAt: DESC }]) { nodes { updatedAt } }
                      now: monthlyReports { nodes { updatedAt } }
                    } } }
                    """,
                    new { id = agency.Id(), knownAt = instant.ToString("O", CultureInfo.InvariantCulture) }
                )
        ).GetProperty("node");

        Assert.True(At("then") < instant);
        Assert.True(At("now") > instant);

        DateTime At(string list) =>
            report.GetProperty(list).GetProperty("nodes")[0].GetProperty("updatedAt").GetDateTime();
    }
}
