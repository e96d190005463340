using AngleSharp.Dom;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>An agency reports a month on a page, as its tools do by mutations.</summary>
public sealed class ReportingPageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    private const string Reports = """
        query ($agency: String!, $month: YearMonth!) {
          monthlyReports(first: 3, where: { agency: { abbreviation: { eq: $agency } }, month: { eq: $month } }) {
            nodes {
              status revision nil reason
              eventsAsReported(first: 9) {
                nodes {
                  coHosts { abbreviation }
                  facts {
                    title description startsOn endsOn medium format setting access topicScope languages placeKind state
                    city expectedReach
                  }
                }
              }
              draftEvents(first: 9) { nodes { coHosts { abbreviation } facts { title city } } }
            }
          }
        }
        """;

    private static readonly (string Field, string Text)[] TownHall =
    [
        ("title", "Town hall in Fresno"),
        ("description", "How long is too long to wait?"),
        ("startsOn", "1999-02-09"),
        ("medium", "FACE_TO_FACE"),
        ("format", "TOWN_HALL"),
        ("setting", "INFORMAL"),
        ("access", "OPEN_TO_PUBLIC"),
        ("topicScope", "OPEN_TOPIC"),
        ("languages", "en; es"),
        ("placeKind", "PLACE"),
        ("state", "CA"),
        ("city", "Fresno"),
        ("expectedReach", "1,200"),
        ("coHosts", "HCFA"),
    ];

    [Fact]
    public async Task What_was_typed_is_sent_to_NPR()
    {
        using var agency = await AsAsync("agency-SSA");
        var form = await WriteAsync(agency, "SSA", "1999-02");

        var (status, page) = await form.PressAsync("send");

        Assert.Equal((200, "/report/SSA/1999-02?done=sent"), (status, agency.At.PathAndQuery));
        Assert.Equal("One event for February 1999 waits for NPR.", page.TextOf("h1"));
        Assert.StartsWith("Sent.", page.TextOf(".done"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[data-keep]"));
        Assert.Equal(
            """
            {"status":"SUBMITTED","revision":1,"nil":false,"reason":null,"eventsAsReported":{"nodes":[{"coHosts":[{"abbreviation":"HCFA"}],"facts":{"title":"Town hall in Fresno","description":"How long is too long to wait?","startsOn":"1999-02-09","endsOn":"1999-02-09","medium":"FACE_TO_FACE","format":"TOWN_HALL","setting":"INFORMAL","access":"OPEN_TO_PUBLIC","topicScope":"OPEN_TOPIC","languages":["en","es"],"placeKind":"PLACE","state":"CA","city":"Fresno","expectedReach":1200}}]},"draftEvents":{"nodes":[]}}
            """,
            await StoredAsync(agency, "SSA", "1999-02")
        );
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_its_field_and_nothing_is_lost()
    {
        using var agency = await AsAsync("agency-USCS");
        var blank = await PageForm.OpenAsync(agency, "/report/USCS/1999-02", "report");
        var (_, two) = await blank.PressAsync("add");
        var form = PageForm.On(agency, two, "report");
        // The first event stays blank, and is not sent.
        Fill(form, 1, TownHall);
        form["events.1.startsOn"] = "1999-03-01";
        form["events.1.languages"] = "spanisch";
        form["events.1.state"] = "";
        form["events.1.coHosts"] = "HCFA; ZZZ";
        form["events.1.title"] = "<b>Town hall</b> \u202Eof";

        var (status, page) = await form.PressAsync("send");

        Assert.Equal(422, status);
        Assert.Equal(
            ["events.1.coHosts", "events.1.languages", "events.1.startsOn", "events.1.state"],
            page.QuerySelectorAll("[aria-invalid=true]").Select(field => field.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal("There is no agency ZZZ.", SaidAt(page, "events.1.coHosts"));
        Assert.StartsWith("This day is not in 1999-02.", SaidAt(page, "events.1.startsOn"), StringComparison.Ordinal);
        Assert.StartsWith("Nothing was sent. 4 fields have", page.TextOf("[data-said=form]"), StringComparison.Ordinal);
        Assert.Equal("#events.1.startsOn", page.QuerySelector("[data-said=form] a")!.GetAttribute("href"));
        var again = PageForm.On(agency, page, "report");
        Assert.Equal(form["events.1.title"], again["events.1.title"]);
        Assert.Equal(form["events.1.coHosts"], again["events.1.coHosts"]);
        Assert.Equal(form["key"], again["key"]);
        Assert.Equal("", await StoredAsync(agency, "USCS", "1999-02"));
    }

    [Fact]
    public async Task Values_that_are_none_are_said_at_their_fields()
    {
        using var agency = await AsAsync("agency-USCS");
        var form = await PageForm.OpenAsync(agency, "/report/USCS/1999-03", "report");
        form["events.0.title"] = "Town hall";
        form["events.0.startsOn"] = "1999-02-30";
        form["events.0.expectedReach"] = "many";

        var (_, page) = await form.PressAsync("check");

        Assert.Equal("This is needed.", SaidAt(page, "events.0.description"));
        Assert.Equal("This is needed.", SaidAt(page, "events.0.medium"));
        Assert.StartsWith("'1999-02-30' is not a day", SaidAt(page, "events.0.startsOn"), StringComparison.Ordinal);
        Assert.StartsWith(
            "'many' is not a whole number",
            SaidAt(page, "events.0.expectedReach"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_odd_is_said_apart_and_stops_nothing()
    {
        using var agency = await AsAsync("agency-USCS");
        var (_, two) = await (await WriteAsync(agency, "USCS", "1999-04", "1999-04-09")).PressAsync("add");
        var form = PageForm.On(agency, two, "report");
        Fill(form, 1, TownHall);
        form["events.1.startsOn"] = "1999-04-09";

        var (status, page) = await form.PressAsync("check");

        Assert.Equal(200, status);
        Assert.Equal("Nothing is wrong with it.", page.TextOf("[data-said=form]"));
        Assert.NotEmpty(page.QuerySelectorAll(".odd"));
        Assert.Empty(page.QuerySelectorAll("[aria-invalid=true]"));
    }

    [Fact]
    public async Task A_new_event_takes_over_what_was_chosen_and_one_is_removed()
    {
        using var agency = await AsAsync("agency-USCS");
        var form = await WriteAsync(agency, "USCS", "1999-05", "1999-05-04");

        var (_, two) = await form.PressAsync("add");
        var added = PageForm.On(agency, two, "report");
        var (_, one) = await added.PressAsync("remove.0");

        Assert.Equal(
            ("", "", "TOWN_HALL", "CA", "en; es"),
            (
                added["events.1.title"],
                added["events.1.startsOn"],
                added["events.1.format"],
                added["events.1.state"],
                added["events.1.languages"]
            )
        );
        Assert.Equal("Town hall in Fresno", added["events.0.title"]);
        Assert.Equal("", PageForm.On(agency, one, "report")["events.0.title"]);
        Assert.False(PageForm.On(agency, one, "report").Has("events.1.title"));
    }

    [Fact]
    public async Task A_draft_is_kept_for_the_agency_alone()
    {
        using var agency = await AsAsync("agency-FEMA");
        using var npr = await AsAsync("npr-reviewer");

        var (_, saved) = await (await WriteAsync(agency, "FEMA", "1999-02")).PressAsync("save");
        var opened = await PageForm.OpenAsync(agency, "/report/FEMA/1999-02", "report");
        var read = PageForm.Read(await npr.OpenAsync("/report/FEMA/1999-02"));

        Assert.StartsWith("Saved as a draft.", saved.TextOf(".done"), StringComparison.Ordinal);
        Assert.Equal(
            ("Town hall in Fresno", "1999-02-09", "HCFA", "1200"),
            (
                opened["events.0.title"],
                opened["events.0.startsOn"],
                opened["events.0.coHosts"],
                opened["events.0.expectedReach"]
            )
        );
        Assert.Equal("No report for February 1999 has been sent.", read.TextOf("h1"));
        Assert.DoesNotContain("Fresno", read.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", read.TextOf("main"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_report()
    {
        using var agency = await AsAsync("agency-FEMA");
        var form = await WriteAsync(agency, "FEMA", "1999-03", "1999-03-09");

        var first = await form.PressAsync("send");
        var second = await form.PressAsync("send");

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Contains("\"revision\":1", await StoredAsync(agency, "FEMA", "1999-03"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_who_sent_what()
    {
        using var agency = await AsAsync("agency-FEMA");
        var one = await WriteAsync(agency, "FEMA", "1999-04", "1999-04-09");
        var other = await WriteAsync(agency, "FEMA", "1999-04", "1999-04-10");
        other["events.0.title"] = "Another town hall";
        await one.PressAsync("send");

        var (status, page) = await other.PressAsync("send");

        Assert.Equal(422, status);
        Assert.Contains(
            "Federal Emergency Management Agency (FEMA) sent revision 1 of the report for 1999-04",
            page.TextOf("[data-said=form]"),
            StringComparison.Ordinal
        );
        Assert.Equal("Another town hall", PageForm.On(agency, page, "report")["events.0.title"]);
        Assert.Contains("Town hall in Fresno", page.TextOf(".told"), StringComparison.Ordinal);
        Assert.DoesNotContain("Another", await StoredAsync(agency, "FEMA", "1999-04"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_without_events_is_reported_by_a_button()
    {
        using var agency = await AsAsync("agency-FEMA");
        var form = await PageForm.OpenAsync(agency, "/report/FEMA/1999-05", "report");

        var (_, page) = await form.PressAsync("nil");

        Assert.Equal("No events for May 1999 wait for NPR.", page.TextOf("h1"));
        Assert.Contains("\"nil\":true", await StoredAsync(agency, "FEMA", "1999-05"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_500_events_fits()
    {
        using var agency = await AsAsync("agency-NASA");
        var form = await PageForm.OpenAsync(agency, "/report/NASA/1999-02", "report");
        form["count"] = "500";
        for (var i = 0; i < 500; i++)
        {
            Fill(form, i, TownHall);
            form[$"events.{i}.title"] = $"Town hall {i}";
        }

        await form.PressAsync("save");
        var (status, page) = await (await PageForm.OpenAsync(agency, "/report/NASA/1999-02", "report")).PressAsync(
            "send"
        );

        Assert.Equal("", page.TextOf("[data-said=form]"));
        Assert.Equal(200, status);
        Assert.Equal("500 events for February 1999 wait for NPR.", page.TextOf("h1"));
        Assert.Equal(500, page.QuerySelectorAll("#reported ~ * li, section:has(#reported) li").Length);
    }

    [Fact]
    public async Task Whoever_was_signed_out_keeps_what_they_typed()
    {
        using var agency = await AsAsync("agency-FEMA");
        var form = await WriteAsync(agency, "FEMA", "1999-06", "1999-06-09");
        await agency.SubmitAsync("/sign-in/as", ("who", "nobody"));

        var (status, page) = await form.PressAsync("send");
        await agency.SubmitAsync("/sign-in/as", ("who", "agency-FEMA"));
        var (_, sent) = await PageForm.On(agency, page, "report").PressAsync("send");

        Assert.Equal(401, status);
        Assert.Equal("You were signed out.", page.TextOf("h1"));
        Assert.Equal("One event for June 1999 waits for NPR.", sent.TextOf("h1"));
    }

    [Theory]
    [InlineData("/report/USCS/1999-06")]
    [InlineData("/report/XYZ/1999-06")]
    [InlineData("/report/SSA/1998-02")]
    [InlineData("/report/SSA/never")]
    public async Task What_is_not_theirs_looks_like_what_does_not_exist(string address)
    {
        using var agency = await AsAsync("agency-SSA");

        var answer = await agency.OpenAsync(address);

        Assert.Equal(404, answer.Status);
        Assert.Equal("There is no such page, or it is not yours to read.", PageForm.Read(answer).TextOf("h1"));
    }

    [Fact]
    public async Task Nobody_reports_for_another_agency()
    {
        using var agency = await AsAsync("agency-USCS");
        using var other = await AsAsync("agency-SSA");
        var form = await WriteAsync(agency, "USCS", "1999-07", "1999-07-09");
        await agency.SubmitAsync("/sign-in/as", ("who", "agency-SSA"));

        var (status, page) = await form.PressAsync("send");
        await agency.SubmitAsync("/sign-in/as", ("who", "agency-USCS"));

        Assert.NotEqual(200, status);
        Assert.DoesNotContain("waits for NPR", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", await StoredAsync(agency, "USCS", "1999-07"));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var agency = await AsAsync("agency-SSA");
        var request = new HttpRequestMessage(HttpMethod.Post, "/report/SSA/1999-08")
        {
            Content = new FormUrlEncodedContent([new("_handler", "report"), new("do", "nil"), new("count", "1")]),
        };

        var answer = await agency.SendAsync(request, ("Origin", "https://evil.example"), ("Accept", "text/html"));

        Assert.Equal(403, answer.Status);
        Assert.Equal("", await StoredAsync(agency, "SSA", "1999-08"));
    }

    internal static void Fill(PageForm form, int position, IEnumerable<(string Field, string Text)> texts)
    {
        foreach (var (field, text) in texts)
            form[$"events.{position}.{field}"] = text;
    }

    private static string SaidAt(IParentNode page, string field) => page.TextOf($"[id='{field}.said'] .wrong");

    private static async Task<string> StoredAsync(Browser browser, string agency, string month)
    {
        var answer = await browser.SendAsync(
            new(HttpMethod.Post, "/graphql")
            {
                Content = System.Net.Http.Json.JsonContent.Create(
                    new { query = Reports, variables = new { agency, month } }
                ),
            },
            ("Origin", browser.Origin)
        );
        return string.Join(
            '\n',
            answer
                .Succeeds()
                .At("monthlyReports")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetRawText())
        );
    }

    private static async Task<PageForm> WriteAsync(
        Browser agency,
        string abbreviation,
        string month,
        string startsOn = "1999-02-09"
    )
    {
        var form = await PageForm.OpenAsync(agency, $"/report/{abbreviation}/{month}", "report");
        Fill(form, 0, TownHall);
        form["events.0.startsOn"] = startsOn;
        return form;
    }

    private async Task<Browser> AsAsync(string who)
    {
        var browser = new Browser(server.Server, address: "http://localhost");
        await browser.SubmitAsync("/sign-in/as", ("who", who));
        return browser;
    }
}
