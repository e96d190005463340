using System.Net;
using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class AgencyPageTests(SampleServers servers, WritingServers writing)
    : IClassFixture<SampleServers>,
        IClassFixture<WritingServers>
{
    private const string Reports = """
        {
          agency(by: { abbreviation: "SFA" }) {
            name
            effectiveLiaison { liaison { phone } }
            attention { reasons { text } }
            reportingCalendar(from: "1998-03", to: "1998-12") { overdue }
            complaintTrend(from: "1998-03", to: "1998-10") { points { received } }
          }
        }
        """;

    private const string Conversations = """
        {
          agency(by: { abbreviation: "SFA" }) {
            scorecard { cells { status reason } }
            reach(from: "1998-03-01", to: "1998-12-31") { events held customersMet }
            upcoming: events(where: { startsOn: { gte: "1998-11-16" } }) { totalCount }
            past: events(where: { startsOn: { lt: "1998-11-16" } }) { totalCount }
            findings { totalCount }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_page_shows_the_figures_that_the_query_gives(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = (await server.AskAsync(Reports)).GetProperty("agency");
        var counts = (await server.AskAsync(Conversations)).GetProperty("agency");
        var months = agency.GetProperty("reportingCalendar").EnumerateArray().ToList();
        var cells = counts.GetProperty("scorecard").GetProperty("cells").EnumerateArray().ToList();
        var received = agency.GetProperty("complaintTrend").GetProperty("points").EnumerateArray().Last();
        var reach = counts.GetProperty("reach");

        var page = await server.PageAsync("/agencies/SFA");

        Assert.Equal(agency.GetProperty("name").GetString(), page.TextOf("h1"));
        Assert.Equal(
            agency.GetProperty("effectiveLiaison").GetProperty("liaison").GetProperty("phone").GetString(),
            page.TextOf(".contact .number")
        );
        Assert.Equal(
            Texts(agency.GetProperty("attention").GetProperty("reasons"), "text"),
            page.QuerySelectorAll(".reasons dd").Select(reason => reason.TextContent)
        );
        Assert.Equal(months.Count, page.QuerySelectorAll(".report-months li").Length);
        Assert.Equal(
            months.Count(month => month.GetProperty("overdue").GetBoolean()),
            page.QuerySelectorAll(".report-months .late").Length
        );
        Assert.Equal(
            Texts(counts.GetProperty("scorecard").GetProperty("cells"), "reason"),
            page.QuerySelectorAll(".duties tbody td:last-child").Select(reason => reason.TextContent)
        );
        Assert.Contains(
            $"{cells.Count(cell => cell.GetProperty("status").GetString() == "MET")} met",
            page.TextOf("section[aria-labelledby=duties] p"),
            StringComparison.Ordinal
        );
        Assert.Equal($"{received.GetProperty("received").GetInt64():N0}", page.TextOf("#main .figure .value"));
        Assert.Equal(
            $"{reach.GetProperty("events")} this year, {reach.GetProperty("held")} held",
            page.TextOf("section[aria-labelledby=conversations] .period")
        );
        Assert.StartsWith(
            $"{reach.GetProperty("customersMet").GetInt64():N0} people met",
            page.TextOf("section[aria-labelledby=conversations] p"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            [Total(counts, "upcoming"), Total(counts, "past")],
            page.QuerySelectorAll("h3 a").Select(total => total.TextContent)
        );
        Assert.Equal($"{Total(counts, "findings")} findings", page.TextOf("section[aria-labelledby=heard] .period"));
    }

    [Fact]
    public async Task Each_anchor_leads_to_a_section_and_each_section_has_one()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        foreach (var abbreviation in (string[])["SFA", "HHS", "NASA"])
        {
            var page = await server.PageAsync($"/agencies/{abbreviation}");

            Assert.Equal(
                page.QuerySelectorAll("main h2").Select(title => $"#{title.Id}"),
                page.QuerySelectorAll(".anchors a").Select(anchor => anchor.GetAttribute("href"))
            );
        }
    }

    [Fact]
    public async Task The_file_holds_the_reports_of_the_months_that_are_shown()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/agencies/SFA");

        var file = await server.Client.GetStringAsync(
            page.QuerySelector("section[aria-labelledby=reports] a[download]")!.GetAttribute("href")
        );

        var rows = file.Trim().Split("\r\n")[1..];
        Assert.All(rows, row => Assert.Equal("SFA", row.Split(',')[1]));
        Assert.Equal(
            page.QuerySelectorAll(".report-months li")
                .Count(month => !month.TextContent.Contains("due ", StringComparison.Ordinal)),
            rows.Select(row => row.Split(',')[3]).Distinct().Count()
        );
    }

    [Fact]
    public async Task The_calendar_is_that_of_the_agency()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var page = await server.PageAsync("/agencies/SFA");

        using var calendar = await server.Client.GetAsync(
            page.QuerySelector("section[aria-labelledby=conversations] a.more")!.GetAttribute("href")
        );

        Assert.Equal(HttpStatusCode.OK, calendar.StatusCode);
        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("NOSUCH")]
    [InlineData("%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("a-name-that-is-longer-than-any-abbreviation-can-be")]
    public async Task An_agency_that_does_not_exist_is_not_found(string abbreviation)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        foreach (var client in (HttpClient[])[server.Client, server.Public.Client])
        {
            using var answer = await client.GetAsync($"/agencies/{abbreviation}");

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains(
                "There is no such page, or it is not yours to read.",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task The_public_reads_what_is_open_and_nothing_else()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.Public.PageAsync("/agencies/SFA");

        Assert.Equal("Student Financial Assistance Programs", page.TextOf("h1"));
        Assert.Equal(
            ["conversations", "standards", "complain", "changed", "programs", "results"],
            page.QuerySelectorAll("main h2").Select(title => title.Id!)
        );
        Assert.NotEmpty(page.QuerySelectorAll(".dated li"));
        Assert.DoesNotContain("202-555-", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" came", page.TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agency_reads_its_own_page_whole_and_anothers_as_the_public_does()
    {
        var server = await writing.OnAsync(TestDatabase.Sqlite);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());

        var own = await server.As(agency).PageAsync($"/agencies/{agency.Abbreviation}");
        var others = await server.As(agency).PageAsync($"/agencies/{other.Abbreviation}");

        Assert.Contains("reports", own.QuerySelectorAll("main h2").Select(title => title.Id));
        Assert.Equal(
            ["conversations", "standards", "complain", "changed", "results"],
            others.QuerySelectorAll("main h2").Select(title => title.Id!)
        );
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ראש מחלקה")]
    public async Task A_name_that_an_agency_wrote_is_text(string name)
    {
        var server = await writing.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server
            .As(agency)
            .DoneAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name,
                    phone = "202-555-0100",
                    designatedOn = "1998-03-10",
                },
                "liaison { id }"
            );

        var page = await server.PageAsync($"/agencies/{agency.Abbreviation}");

        Assert.Equal(name, page.QuerySelector(".contact bdi")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task An_agency_without_a_record_says_in_words_what_is_not_there()
    {
        var server = await writing.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var page = await server.PageAsync($"/agencies/{agency.Abbreviation}");

        Assert.Equal("Nobody speaks for this agency yet.", page.TextOf(".contact"));
        Assert.Equal(
            [
                "No complaint figures have come yet.",
                "No process to address complaints is in place yet.",
                "No conversation is announced yet.",
                "No finding has come yet.",
                "No standard is posted yet.",
                "No annual report is published yet.",
            ],
            page.QuerySelectorAll("main .empty").Select(words => words.TextContent)
        );
    }

    private static IEnumerable<string?> Texts(JsonElement list, string field) =>
        list.EnumerateArray().Select(item => item.GetProperty(field).GetString());

    private static string Total(JsonElement agency, string list) =>
        $"{agency.GetProperty(list).GetProperty("totalCount").GetInt32():N0}";
}
