using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Choices of delivery, as agencies tell them and the scorecard sees them.</summary>
public sealed class DeliveryChoiceTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing = "deliveryChoice { id offeredTo }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task EO_f_sees_the_choices_that_hold_on_the_day_as_they_were_known_then(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await DeclareAsync(server, agency, "MAIL", "1998-04-01");
        var web = await DeclareAsync(server, agency, "WEB", "1998-05-01");

        Assert.Equal((false, 0), await ChoiceAsync(server, agency, "1998-04-30"));
        Assert.Equal((true, 2), await ChoiceAsync(server, agency, "1998-05-01"));
        await server
            .As(agency)
            .DoneAsync(
                "correctDeliveryChoice",
                new
                {
                    deliveryChoiceId = web,
                    service = "Permits",
                    means = "WEB",
                    offeredFrom = "1998-05-01",
                    offeredTo = "1998-10-31",
                    reason = "It has ended.",
                },
                Thing
            );
        Assert.Equal((false, 0), await ChoiceAsync(server, agency, "1998-11-16"));
        // On the day before the correction, its end was not known.
        Assert.Equal((true, 2), await ChoiceAsync(server, agency, "1998-11-15"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Choices_are_found_over_all_agencies_by_their_service_and_means(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (one, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await DeclareAsync(server, one, "MAIL", "1998-04-01");
        await DeclareAsync(server, other, "MAIL", "1998-05-01");
        await DeclareAsync(server, other, "WEB", "1998-05-01");

        var found = await server
            .AsReviewer()
            .AskAsync(
                """
                query ($of: [String!]) {
                  deliveryChoices(where: { means: { eq: MAIL }, agency: { abbreviation: { in: $of } } }) {
                    nodes { service means provider offeredFrom agency { abbreviation } } } }
                """,
                new { of = new[] { one.Abbreviation, other.Abbreviation } }
            );

        Assert.Equal(
            [one.Abbreviation, other.Abbreviation],
            found
                .GetProperty("deliveryChoices")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(c => c.GetProperty("agency").Text("abbreviation"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Another_agency_does_not_read_them(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await DeclareAsync(server, agency, "MAIL", "1998-04-01");

        Assert.Equal((1, 0), (await CountAsync(agency), await CountAsync(other)));

        async Task<int> CountAsync(Agency by) =>
            (
                await server
                    .As(by)
                    .AskAsync(
                        "query ($id: ID!) { agency(by: { id: $id }) { deliveryChoices { totalCount } } }",
                        new { id = agency.Id() }
                    )
            )
                .GetProperty("agency")
                .GetProperty("deliveryChoices")
                .GetProperty("totalCount")
                .GetInt32();
    }

    private static async Task<string> DeclareAsync(CwaServer server, Agency agency, string means, string from) => (
            await server
                .As(agency)
                .DoneAsync(
                    "declareDeliveryChoice",
                    new
                    {
                        agencyId = agency.Id(),
                        service = "Permits",
                        means,
                        offeredFrom = from,
                    },
                    Thing
                )
        ).GetProperty("deliveryChoice").Text("id")!;

    private static async Task<(bool Seen, int Count)> ChoiceAsync(CwaServer server, Agency agency, string day)
    {
        var data = await server
            .AsReviewer()
            .AskAsync(
                """
                query ($id: ID!, $day: Date) { agency(by: { id: $id }) { scorecard(asOf: $day) {
                  executiveOrderActions { action { key } seen evidence { __typename } evidenceCount } } } }
                """,
                new { id = agency.Id(), day }
            );
        var cell = data.GetProperty("agency")
            .GetProperty("scorecard")
            .GetProperty("executiveOrderActions")
            .EnumerateArray()
            .Single(a => a.GetProperty("action").Text("key") == "EO-f");
        Assert.All(
            cell.GetProperty("evidence").EnumerateArray(),
            evidence => Assert.Equal(nameof(DeliveryChoice), evidence.Text("__typename"))
        );
        return (cell.GetProperty("seen").GetBoolean(), cell.GetProperty("evidenceCount").GetInt32());
    }
}
