using AngleSharp.Dom;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What is wrong with a report is said on the page, and nobody reports for another.</summary>
public sealed class ReportRefusalPageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_its_field_and_nothing_is_lost()
    {
        using var agency = await server.AsAsync("agency-USCS");
        var blank = await PageForm.OpenAsync(agency, "/report/USCS/1999-02", "report");
        var (_, two) = await blank.PressAsync("add");
        var form = PageForm.On(agency, two, "report");
        // The first event stays blank, and is not sent.
        form.Fill(1, ReportedMonth.TownHall);
        form["events.1.startsOn"] = "1999-03-01";
        form["events.1.languages"] = "spanisch";
        form["events.1.place"] = "";
        form["events.1.coHosts"] = "HCFA; ZZZ";
        form["events.1.title"] = "<b>Town hall</b> \u202Eof";

        var (status, page) = await form.PressAsync("send");

        Assert.Equal(422, status);
        Assert.Equal(
            ["events.1.city", "events.1.coHosts", "events.1.languages", "events.1.startsOn"],
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
        Assert.Equal("", await ReportedMonth.StoredAsync(agency, "USCS", "1999-02"));
    }

    [Fact]
    public async Task Values_that_are_none_are_said_at_their_fields()
    {
        using var agency = await server.AsAsync("agency-USCS");
        var form = await PageForm.OpenAsync(agency, "/report/USCS/1999-03", "report");
        form["events.0.title"] = "Town hall";
        form["events.0.startsOn"] = "1999-02-30";
        form["events.0.expectedReach"] = "many";

        var (_, page) = await form.PressAsync("check");

        Assert.Equal("This is needed.", SaidAt(page, "events.0.description"));
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
        using var agency = await server.AsAsync("agency-USCS");
        var (_, two) = await (await ReportedMonth.WriteAsync(agency, "USCS", "1999-04", "1999-04-09")).PressAsync(
            "add"
        );
        var form = PageForm.On(agency, two, "report");
        form.Fill(1, ReportedMonth.TownHall);
        form["events.1.startsOn"] = "1999-04-09";

        var (status, page) = await form.PressAsync("check");

        Assert.Equal(200, status);
        Assert.Equal("Nothing is wrong with it. It adds 2 events.", page.TextOf("[data-said=form]"));
        Assert.NotEmpty(page.QuerySelectorAll(".odd"));
        Assert.Empty(page.QuerySelectorAll("[aria-invalid=true]"));
    }

    [Theory]
    [InlineData("/report/USCS/1999-06")]
    [InlineData("/report/XYZ/1999-06")]
    [InlineData("/report/SSA/1998-02")]
    [InlineData("/report/SSA/never")]
    public async Task What_is_not_theirs_looks_like_what_does_not_exist(string address)
    {
        using var agency = await server.AsAsync("agency-SSA");

        var answer = await agency.OpenAsync(address);

        Assert.Equal(404, answer.Status);
        Assert.Equal("There is no such page, or it is not yours to read.", PageForm.Read(answer).TextOf("h1"));
    }

    [Fact]
    public async Task Nobody_reports_for_another_agency()
    {
        using var agency = await server.AsAsync("agency-USCS");
        using var other = await server.AsAsync("agency-SSA");
        var form = await ReportedMonth.WriteAsync(agency, "USCS", "1999-07", "1999-07-09");
        await agency.SubmitAsync("/sign-in/as", ("who", "agency-SSA"));

        var (status, page) = await form.PressAsync("send");
        await agency.SubmitAsync("/sign-in/as", ("who", "agency-USCS"));

        Assert.NotEqual(200, status);
        Assert.DoesNotContain("waits for NPR", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", await ReportedMonth.StoredAsync(agency, "USCS", "1999-07"));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var agency = await server.AsAsync("agency-SSA");
        var request = new HttpRequestMessage(HttpMethod.Post, "/report/SSA/1999-08")
        {
            Content = new FormUrlEncodedContent([new("_handler", "report"), new("do", "nil"), new("count", "1")]),
        };

        var answer = await agency.SendAsync(request, ("Origin", "https://evil.example"), ("Accept", "text/html"));

        Assert.Equal(403, answer.Status);
        Assert.Equal("", await ReportedMonth.StoredAsync(agency, "SSA", "1999-08"));
    }

    private static string SaidAt(IParentNode page, string field) => page.TextOf($"[id='{field}.said'] .wrong");
}
