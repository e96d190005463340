using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Cells;

namespace Cwa.Graph.Tests;

/// <summary>How many customers agencies serve in all, and the figures that use it on a day.</summary>
public sealed class CustomerBaseTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Yesterday = "1998-11-15",
        Today = "1998-11-16";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_use_the_number_that_holds_on_the_last_day_of_their_period(string provider)
    {
        // One has 2,000 customers from April on, and met 1,040 until June.
        var (server, one, _, _) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));
        await DeclareAsync(server, one, 4_000, "1998-07-01");

        var agency = await AskAsync(
            server.AsReviewer(),
            one,
            """
            march: reach(from: "1998-03-01", to: "1998-03-31") { customersMetPer1000 }
            spring: reach(from: "1998-04-01", to: "1998-06-30") { customersMetPer1000 }
            longer: reach(from: "1998-04-01", to: "1998-07-01") { customersMetPer1000 }
            before: customerBase(asOf: "1998-03-31")
            inSpring: customerBase(asOf: "1998-06-30")
            from: customerBase(asOf: "1998-07-01")
            now: customerBase
            """
        );

        Assert.Equal(JsonValueKind.Null, Rate("march").ValueKind);
        Assert.Equal((520d, 260d), (Rate("spring").GetDouble(), Rate("longer").GetDouble()));
        Assert.Equal(JsonValueKind.Null, agency.GetProperty("before").ValueKind);
        Assert.Equal(
            [2_000, 4_000, 4_000],
            new[] { "inSpring", "from", "now" }.Select(name => agency.GetProperty(name).GetInt64())
        );

        JsonElement Rate(string period) => agency.GetProperty(period).GetProperty("customersMetPer1000");
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_follow_a_correction_and_a_scorecard_of_a_day_before_it_does_not(string provider)
    {
        var (server, one, _, _) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));
        var april = (await DeclaredAsync(server, one))[0].Text("id")!;
        var today = await DeclareAsync(server, one, 5_000_000_000, Today);
        Assert.Equal(
            ("the agency has 2,000 customers.", "the agency has 5,000,000,000 customers."),
            (await CustomersAsync(Yesterday), await CustomersAsync(Today))
        );

        await DoneAsync(
            server,
            one,
            "correctCustomerBase",
            new
            {
                customerBaseId = april,
                customers = 1_000,
                effectiveFrom = "1998-04-01",
                source = "A better count",
                reason = "Counted twice.",
            }
        );
        await DoneAsync(server, one, "withdrawCustomerBase", new { customerBaseId = today, reason = "A guess." });

        Assert.Equal(
            ("the agency has 2,000 customers.", "the agency has 1,000 customers."),
            (await CustomersAsync(Yesterday), await CustomersAsync(Today))
        );
        var agency = await AskAsync(
            server.AsReviewer(),
            one,
            $$"""
            reach(from: "1998-04-01", to: "1998-06-30") { customersMetPer1000 }
            yesterday: customerBase(asOf: "{{Yesterday}}")
            today: customerBase(asOf: "{{Today}}")
            scorecard(asOf: "{{Today}}") { executiveOrderActions { action { key } reason evidence { id } } }
            """
        );
        Assert.Equal(1040d, agency.GetProperty("reach").GetProperty("customersMetPer1000").GetDouble());
        Assert.Equal(
            (2_000, 1_000),
            (agency.GetProperty("yesterday").GetInt64(), agency.GetProperty("today").GetInt64())
        );
        var seen = agency
            .GetProperty("scorecard")
            .GetProperty("executiveOrderActions")
            .EnumerateArray()
            .Single(action => action.GetProperty("action").Text("key") == "EO-a");
        Assert.Equal(
            ("It has declared 1,000 customers.", april),
            (seen.Text("reason"), seen.GetProperty("evidence")[0].Text("id"))
        );
        var listed = Assert.Single(await DeclaredAsync(server, one));
        Assert.Equal((april, "A better count"), (listed.Text("id"), listed.Text("source")));
        var earlier = Assert.Single(listed.GetProperty("earlier").EnumerateArray());
        Assert.Equal(
            (2_000, "Counted twice."),
            (earlier.GetProperty("customers").GetInt64(), earlier.Text("retractionReason"))
        );

        async Task<string> CustomersAsync(string day) =>
            (await CellAsync(server, one, "CWA-3.1", day)).Text("reason")!.Split("; ")[^1];
    }

    [Fact]
    public async Task Everyone_reads_the_number_and_only_its_agency_and_NPR_what_was_declared()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await DeclareAsync(server, agency, 2_000, "1998-04-01");
        const string Fields = "customerBase customerBases { totalCount }";

        var theirs = await AskAsync(server.As(other), agency, Fields);
        var seen = await AskAsync(server.AsReviewer(), agency, Fields);

        Assert.Equal((2_000, 2_000), (Number(theirs), Number(seen)));
        Assert.Equal((0, 1), (Declared(theirs), Declared(seen)));
        var open = await server.AskAsync($$"""{ agency(by: { id: "{{agency.Id()}}" }) { customerBase } }""");
        Assert.Equal(2_000, Number(open.GetProperty("agency")));

        static long Number(JsonElement of) => of.GetProperty("customerBase").GetInt64();
        static int Declared(JsonElement of) => of.GetProperty("customerBases").GetProperty("totalCount").GetInt32();
    }

    private static async Task<string> DeclareAsync(CwaServer server, Agency agency, long customers, string from) =>
        await DoneAsync(
            server,
            agency,
            "declareCustomerBase",
            new
            {
                agencyId = agency.Id(),
                customers,
                effectiveFrom = from,
                source = "A count",
            }
        );

    private static async Task<string> DoneAsync(CwaServer server, Agency agency, string verb, object input) =>
        (await server.As(agency).DoneAsync(verb, input, "customerBase { id }")).GetProperty("customerBase").Text("id")!;

    private static async Task<IReadOnlyList<JsonElement>> DeclaredAsync(CwaServer server, Agency agency)
    {
        var data = await AskAsync(
            server.As(agency),
            agency,
            "customerBases { nodes { id customers source earlier { customers retractionReason } } }"
        );
        return [.. data.GetProperty("customerBases").GetProperty("nodes").EnumerateArray()];
    }

    private static async Task<JsonElement> AskAsync(SignedInCaller caller, Agency agency, string fields) =>
        (
            await caller.AskAsync(
                $$"""query ($id: ID!) { agency(by: { id: $id }) { {{fields}} } }""",
                new { id = agency.Id() }
            )
        ).GetProperty("agency");
}
