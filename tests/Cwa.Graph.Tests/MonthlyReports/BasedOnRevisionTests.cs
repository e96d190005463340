using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Two people write the same month's report at once.</summary>
public sealed class BasedOnRevisionTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Mutation = """
        mutation ($input: SubmitMonthlyReportInput!) { submitMonthlyReport(input: $input) {
          monthlyReport { revision }
          errors { __typename path message ... on NotNewestRevision {
            month newest { revision status submittedBy eventCount eventsAsReported { nodes { facts { title } } } }
          } }
        } }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_second_of_two_tabs_is_told_who_sent_what(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var first = await SubmitAsync(server, agency, "Reno", basedOn: null);
        var second = await SubmitAsync(server, agency, "Fresno", basedOn: null);

        Assert.Equal(1, Sent(first));
        Assert.Null(Sent(second));
        var refusal = Assert.Single(second.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            ("NotNewestRevision", """["input","basedOnRevision"]""", "1998-04"),
            (refusal.Text("__typename"), refusal.GetProperty("path").ToString(), refusal.Text("month"))
        );
        Assert.Equal(
            """{"revision":1,"status":"SUBMITTED","submittedBy":"pat","eventCount":1,"eventsAsReported":"""
                + """{"nodes":[{"facts":{"title":"Reno"}}]}}""",
            refusal.GetProperty("newest").ToString()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Two_amendments_of_the_same_revision_do_not_follow_each_other(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(agency, Reporting.Planned());

        var first = await SubmitAsync(server, agency, "Reno", 1, "A hall was too small.");
        await server.ReturnAsync(await IdOfNewestAsync(server, agency));
        var second = await SubmitAsync(server, agency, "Fresno", 1, "A hall was too small.");
        var again = await SubmitAsync(server, agency, "Fresno", 2, "A hall was too small.");

        Assert.Equal((2, null, 3), (Sent(first), Sent(second), Sent(again)));
        Assert.Equal(["NotNewestRevision input.basedOnRevision"], second.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_two_submits_at_once_one_is_sent_and_the_other_told_of_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        for (var round = 0; round < 5; round++)
        {
            var agency = await server.HasAgencyAsync();

            var both = await Task.WhenAll(
                SubmitAsync(server, agency, "Reno", basedOn: null),
                SubmitAsync(server, agency, "Fresno", basedOn: null)
            );

            var (sent, refused) = Sent(both[0]) is 1 ? (both[0], both[1]) : (both[1], both[0]);
            Assert.Equal((1, null), (Sent(sent), Sent(refused)));
            Assert.Equal(["NotNewestRevision input.basedOnRevision"], refused.Refusals());
            Assert.Equal(1, refused.GetProperty("errors")[0].GetProperty("newest").Number("revision"));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_caller_who_leaves_it_out_sends_the_next_revision_as_before(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(agency, Reporting.Planned());

        var amended = await server.SubmitAsync(agency, "A hall was too small.", Reporting.Planned("Fresno"));
        var waiting = await server.SubmitAsync(agency, "A hall was too small.", Reporting.Planned("Reno"));

        Assert.Equal(2, Sent(amended));
        Assert.Equal(["MonthAlreadyReported input.month"], waiting.Refusals());
    }

    private static int? Sent(JsonElement payload) =>
        payload.GetProperty("monthlyReport").ValueKind == JsonValueKind.Object ? payload.Revision() : null;

    private static async Task<JsonElement> SubmitAsync(
        CwaServer server,
        Agency agency,
        string title,
        int? basedOn,
        string? reason = null
    ) =>
        (
            await server
                .As(agency)
                .AskAsync(
                    Mutation,
                    new
                    {
                        input = new
                        {
                            agencyId = agency.Id(),
                            month = "1998-04",
                            events = new[] { Reporting.Planned(title) },
                            reason,
                            basedOnRevision = basedOn,
                        },
                    }
                )
        ).GetProperty("submitMonthlyReport");

    private static async Task<JsonElement> IdOfNewestAsync(CwaServer server, Agency agency)
    {
        var newest = (
            await server
                .As(agency)
                .AskAsync(
                    "query ($id: ID!) { agency(by: { id: $id }) { monthlyReports(last: 1, "
                        + "order: [{ recordedAt: ASC }]) { nodes { id } } } }",
                    new { id = agency.Id() }
                )
        )
            .GetProperty("agency")
            .GetProperty("monthlyReports")
            .GetProperty("nodes")[0];
        return JsonSerializer.SerializeToElement(new { monthlyReport = newest });
    }
}
