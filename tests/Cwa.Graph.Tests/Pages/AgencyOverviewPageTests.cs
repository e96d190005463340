using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class AgencyOverviewPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Month = """
        {
          reportingStatus(month: "1998-11") { expected accepted submitted overdue }
          viewer { agencies(first: 250) { nodes { abbreviation } } }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_department_reads_how_its_own_reports_stand(string provider)
    {
        var reader = Of("HHS", await servers.OnAsync(provider));
        var asked = await reader.AskAsync(Month);
        var status = asked.GetProperty("reportingStatus");
        var reported = Count("accepted") + Count("submitted");
        Assert.InRange(Count("expected"), 2, 20);

        var page = await reader.PageAsync("/");

        Assert.Equal(
            $"{reported} of your {Count("expected")} reports are in for November 1998. "
                + $"{Count("overdue")} {(Count("overdue") == 1 ? "is" : "are")} overdue.",
            page.TextOf("h1")
        );
        Assert.Equal("What NPR waits for", page.TextOf("#calls"));
        Assert.Null(page.QuerySelector("#departments"));
        Assert.Equal("Reading as pat Change", page.TextOf(".reader"));

        int Count(string name) => status.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task An_agency_reads_reports_and_calls_of_its_own_agencies_alone()
    {
        var reader = Of("HHS", await servers.OnAsync(TestDatabase.Sqlite));
        var own = (await reader.AskAsync(Month))
            .GetProperty("viewer")
            .GetProperty("agencies")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(agency => $"/agencies/{agency.Text("abbreviation")}");

        var page = await reader.PageAsync("/");

        var shown = page.QuerySelectorAll(".calls a.name, .arrivals a.name").Select(a => a.GetAttribute("href"));
        Assert.NotEmpty(shown);
        Assert.Empty(shown.Except(own));
    }

    [Fact]
    public async Task An_agency_with_one_report_reads_how_it_stands()
    {
        var reader = Of("IRS", await servers.OnAsync(TestDatabase.Sqlite));
        var status = (await reader.AskAsync(Month)).GetProperty("reportingStatus");
        Assert.Equal(1, status.GetProperty("accepted").GetInt32());

        var page = await reader.PageAsync("/");

        Assert.Equal("Your report for November 1998 is accepted.", page.TextOf("h1"));
    }

    [Fact]
    public async Task An_agency_that_is_only_asked_reads_whether_its_report_has_come()
    {
        var reader = Of("SSA", await servers.OnAsync(TestDatabase.Sqlite));
        Assert.Equal(
            0,
            (await reader.AskAsync(Month)).GetProperty("reportingStatus").GetProperty("expected").GetInt32()
        );

        var page = await reader.PageAsync("/");

        Assert.Equal("The report asked of you for November 1998 has come.", page.TextOf("h1"));
    }

    [Fact]
    public async Task Somebody_without_a_role_reads_what_is_public()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await new SignedInCaller(server, "guest", [], []).PageAsync("/");

        Assert.Contains("conversations are planned for November 1998.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".problem, .split"));
    }

    private static SignedInCaller Of(string agency, CwaServer server) => new(server, "pat", [Roles.Submit], [agency]);
}
