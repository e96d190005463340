using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Feed;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>Empty and null conditions, in every place that takes conditions.</summary>
public sealed class ConditionTests(SmallGovernments governments) : IClassFixture<SmallGovernments>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Null_for_a_related_record_finds_those_without_one_and_an_empty_condition_finds_those_with_one(
        string provider
    )
    {
        var server = await governments.OnAsync(provider);

        var data = await server.AskAsync(
            """
            {
              top: agencies(where: { parent: null }) { nodes { abbreviation } }
              components: agencies(where: { parent: {} }) { nodes { abbreviation } }
              ofOthers: agencies(where: { parent: { abbreviation: { neq: "LATE" }, depth: { nin: [7] } } }) {
                nodes { abbreviation } }
              grandchildren: agencies(where: { parent: { parent: { name: { neq: "x" } } } }) { nodes { abbreviation } }
              held: events(where: { hosts: { all: { parent: null, activeTo: { eq: null } } } }) { totalCount }
              heldBelow: events(where: { hosts: { some: { parent: {} } } }) { totalCount }
              ofAKind: complaintMetrics(where: { category: {} }) { totalCount }
              ofAllKinds: complaintMetrics(where: { category: null }) { totalCount }
              nobodys: liaisons(where: { agency: null }) { totalCount }
            }
            """
        );

        Assert.Equal(["ALONE", "ASKED", "DEPT", "LATE"], Names("top"));
        Assert.Equal(["BUR"], Names("components"));
        Assert.Equal(["BUR"], Names("ofOthers"));
        Assert.Empty(Names("grandchildren"));
        Assert.Equal(
            [1, 0, 5, 0, 0],
            new[] { "held", "heldBelow", "ofAKind", "ofAllKinds", "nobodys" }.Select(list =>
                data.GetProperty(list).GetProperty("totalCount").GetInt32()
            )
        );

        IEnumerable<string?> Names(string list) =>
            data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(a => a.Text("abbreviation")).Order();
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_place_that_takes_conditions_refuses_null_and_finds_nothing_for_an_empty_or(string provider)
    {
        var server = await governments.OnAsync(provider);
        const string Agency = "abbreviation",
            OfAgency = "agency: { abbreviation";
        var places = new (string Query, string Count, string Member)[]
        {
            ("agencies(where: {0}) {{ totalCount }}", "totalCount", Agency),
            ("scorecard(where: {0}) {{ government {{ directedAgencies }} }}", "government.directedAgencies", Agency),
            ("reach(from: \"1998-03-03\", to: \"1998-04-10\", where: {0}) {{ customersMet }}", "customersMet", Agency),
            ("attention(where: {0}) {{ totalCount }}", "totalCount", Agency),
            ("reminders(within: 20, where: {0}) {{ totalCount }}", "totalCount", Agency),
            ("reportingStatus(month: \"1998-04\", where: {0}) {{ expected }}", "expected", Agency),
            (
                "findingProgress(from: \"1998-03-03\", to: \"1998-04-10\", where: {0}) {{ findings }}",
                "findings",
                OfAgency
            ),
            (
                "customerPriorities(from: \"1998-03-03\", to: \"1998-04-10\", where: {0}) {{ findings }}",
                "findings",
                OfAgency
            ),
            (
                "complaintCarryOver(from: \"1998-01\", to: \"1998-03\", where: {0}) {{ totalCount }}",
                "totalCount",
                OfAgency
            ),
            (
                "complaintTrend(from: \"1998-03\", to: \"1998-03\", where: {0}) {{ points {{ received }} }}",
                "points",
                OfAgency
            ),
        };

        foreach (var (query, count, member) in places)
        {
            var close = member == OfAgency ? " }" : "";
            var path = member == OfAgency ? "agency.abbreviation" : "abbreviation";

            var refused = await server.SendAsync(Asked(query, $"{{ {member}: null{close} }}"));
            var every = await server.AskAsync(Asked(query, "{ and: [] }"));
            var none = await server.AskAsync(Asked(query, "{ or: [] }"));

            var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
            Assert.Equal(ErrorCodes.BadUserInput, error.GetProperty("extensions").Text("code"));
            Assert.StartsWith($"`where.{path}` is null. Write `{{ eq: null }}`", error.Text("message"));
            Assert.NotEqual(0, Found(every, count));
            Assert.Equal(0, Found(none, count));
        }

        static string Asked(string query, string where) => $"{{ found: {string.Format(null, query, where)} }}";

        static int Found(JsonElement data, string count) =>
            count.Split('.').Aggregate(data.GetProperty("found"), (at, name) => at.GetProperty(name)) switch
            {
                { ValueKind: JsonValueKind.Array } points => points
                    .EnumerateArray()
                    .Sum(p => p.GetProperty("received").GetInt32()),
                var number => number.GetInt32(),
            };
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_export_has_what_the_list_has_and_refuses_what_the_list_refuses(string provider)
    {
        var server = await governments.OnAsync(provider);

        var none = await server.Client.GetAsync("/export/complaints.csv?where={\"or\":[]}", token: null).CsvAsync();
        var all = await server
            .Client.GetAsync("/export/complaints.csv?where={\"and\":[],\"category\":{}}", token: null)
            .CsvAsync();
        var without = await server
            .Client.GetAsync("/export/complaints.csv?where={\"category\":null}", token: null)
            .CsvAsync();
        using var refused = await server.Client.GetAsync(
            "/export/complaints.csv?where={\"month\":{\"in\":null}}",
            token: null
        );

        Assert.Equal([0, 5, 0], new[] { none, all, without }.Select(file => file.Rows.Count));
        var answer = await Answer.OfAsync(refused);
        Assert.Equal((400, ErrorCodes.BadUserInput), (answer.Status, answer.Code));
        Assert.StartsWith("`where.month.in` is null. Give a list of values", answer.Message);
    }

    [Fact]
    public async Task A_subscription_refuses_the_same_conditions()
    {
        var server = await governments.OnAsync(TestDatabase.Sqlite);
        var npr = new Caller("npr", "npr", [Roles.Review], [], []);

        var codes = await Subscriber.RefusedAsync(
            server,
            npr,
            "subscription { feed(where: { or: [{ agency: { abbreviation: null } }] }) { cursor } }"
        );

        Assert.Equal([ErrorCodes.BadUserInput], codes);
    }
}
