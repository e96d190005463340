using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests;

/// <summary>An export gives its caller what the query would, and no more.</summary>
[Collection(SignedIn.Name)]
public sealed class ExportAccessTests(SignedInServer server)
{
    private static readonly string[] NotPublic =
    [
        "setting",
        "access",
        "topic_scope",
        "expected_reach",
        "attendance",
        "count_method",
        "postponed_from",
        "month",
    ];

    [Theory]
    [InlineData("public")]
    [InlineData("nobody")]
    [InlineData("admin")]
    [InlineData("SSA")]
    [InlineData("HCFA")]
    [InlineData("HHS")]
    [InlineData("npr")]
    public async Task An_export_has_the_events_that_its_reader_may_see_and_the_fields_that_the_reader_may_see(
        string who
    )
    {
        var file = await server.GetAsync(who, "/export/events.csv").CsvAsync();

        var seen = file.Rows.Select(row => (Row: row, NodeId.Decode(row["id"]).Key)).ToList();
        Assert.Equal(server.Held.Of("Event", who).Order(), seen.Select(e => e.Key).Order());
        foreach (var (row, id) in seen)
        {
            if (server.Held.MaySeeWhole("Event", id, who))
                Assert.NotEqual("", row["setting"]);
            else
                Assert.All(NotPublic, column => Assert.Equal("", row[column]));
        }
    }

    [Theory]
    [InlineData("reports", "MonthlyReport")]
    [InlineData("liaisons", "Liaison")]
    [InlineData("complaints", "ComplaintMetric")]
    public async Task Exports_of_what_is_not_public_are_for_the_reporting_agency_and_NPR(string export, string type)
    {
        foreach (
            var (who, status, code) in new[]
            {
                ("public", 401, ErrorCodes.Unauthenticated),
                ("nobody", 403, ErrorCodes.Forbidden),
                ("admin", 403, ErrorCodes.Forbidden),
            }
        )
        {
            var answer = await Answer.OfAsync(await server.GetAsync(who, $"/export/{export}.json"));
            Assert.Equal((status, code), (answer.Status, answer.Code));
            Assert.DoesNotContain("rows", answer.Text, StringComparison.Ordinal);
        }

        foreach (var who in new[] { "SSA", "HHS", "IRS", "npr" })
        {
            var file = await server.GetAsync(who, $"/export/{export}.csv").CsvAsync();
            var ids = file.Of("id").Select(id => NodeId.Decode(id).Key).ToList();
            Assert.NotEmpty(ids);
            Assert.All(ids, id => Assert.True(server.Held.MaySee(type, id, who)));
            if (type != "ComplaintMetric")
                Assert.Equal(server.Held.Of(type, who).Count, ids.Count);
        }
    }

    [Theory]
    [InlineData("public")]
    [InlineData("SSA")]
    [InlineData("HHS")]
    [InlineData("npr")]
    public async Task An_export_has_the_annual_results_of_the_reports_that_its_reader_may_see(string who)
    {
        var file = await server.GetAsync(who, "/export/annual-results.csv").CsvAsync();

        Assert.Equal(
            server.Held.Of("AnnualStatement", who).Order(),
            file.Of("id").Select(id => NodeId.Decode(id).Key).Order()
        );
        if (who == "public")
            Assert.All(file.Rows, row => Assert.Equal(("PUBLISHED", ""), (row["status"], row["return_reason"])));
    }

    [Fact]
    public async Task A_token_that_is_not_accepted_gets_no_file()
    {
        var answer = await Answer.OfAsync(await server.Server.Client.GetAsync("/export/events.csv", "no token"));

        Assert.Equal((401, ErrorCodes.Unauthenticated), (answer.Status, answer.Code));
    }
}
