using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>An agency reports a month on a page, as its tools do by mutations.</summary>
public sealed class ReportingPageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    [Fact]
    public async Task What_was_typed_is_sent_to_NPR()
    {
        using var agency = await server.AsAsync("agency-SSA");
        var form = await ReportedMonth.WriteAsync(agency, "SSA", "1999-02");

        var (status, page) = await form.PressAsync("send");

        Assert.Equal((200, "/report/SSA/1999-02?done=sent"), (status, agency.At.PathAndQuery));
        Assert.Equal("One event for February 1999 waits for NPR.", page.TextOf("h1"));
        Assert.StartsWith("Sent.", page.TextOf(".done"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[data-keep]"));
        Assert.Equal(
            """
            {"status":"SUBMITTED","revision":1,"nil":false,"reason":null,"eventsAsReported":{"nodes":[{"coHosts":[{"abbreviation":"HCFA"}],"facts":{"title":"Town hall in Fresno","description":"How long is too long to wait?","startsOn":"1999-02-09","endsOn":"1999-02-09","medium":"FACE_TO_FACE","format":"TOWN_HALL","setting":"INFORMAL","access":"OPEN_TO_PUBLIC","topicScope":"OPEN_TOPIC","languages":["en","es"],"placeKind":"PLACE","state":"CA","city":"Fresno","expectedReach":1200}}]},"draftEvents":{"nodes":[]}}
            """,
            await ReportedMonth.StoredAsync(agency, "SSA", "1999-02")
        );
    }

    [Fact]
    public async Task A_new_event_takes_over_what_was_chosen_and_one_is_removed()
    {
        using var agency = await server.AsAsync("agency-USCS");
        var form = await ReportedMonth.WriteAsync(agency, "USCS", "1999-05", "1999-05-04");

        var (_, two) = await form.PressAsync("add");
        var added = PageForm.On(agency, two, "report");
        var (_, one) = await added.PressAsync("remove.0");

        Assert.Equal(
            ("", "", "TOWN_HALL", "CA", "en; es"),
            (
                added["events.1.title"],
                added["events.1.startsOn"],
                added["events.1.format"],
                added["events.1.place"],
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
        using var agency = await server.AsAsync("agency-FEMA");
        using var npr = await server.AsAsync("npr-reviewer");

        var (_, saved) = await (await ReportedMonth.WriteAsync(agency, "FEMA", "1999-02")).PressAsync("save");
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
        using var agency = await server.AsAsync("agency-FEMA");
        var form = await ReportedMonth.WriteAsync(agency, "FEMA", "1999-03", "1999-03-09");

        var first = await form.PressAsync("send");
        var second = await form.PressAsync("send");

        Assert.Equal((200, 200), (first.Status, second.Status));
        Assert.Contains(
            "\"revision\":1",
            await ReportedMonth.StoredAsync(agency, "FEMA", "1999-03"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_second_of_two_tabs_is_told_who_sent_what()
    {
        using var agency = await server.AsAsync("agency-FEMA");
        var one = await ReportedMonth.WriteAsync(agency, "FEMA", "1999-04", "1999-04-09");
        var other = await ReportedMonth.WriteAsync(agency, "FEMA", "1999-04", "1999-04-10");
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
        Assert.DoesNotContain(
            "Another",
            await ReportedMonth.StoredAsync(agency, "FEMA", "1999-04"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_check_says_how_hard_a_long_description_is_to_read()
    {
        const string heavy =
            "Pursuant to organizational modernization initiatives we shall utilize multidimensional methodologies.";
        using var agency = await server.AsAsync("agency-FEMA");
        var form = await PageForm.OpenAsync(agency, "/report/FEMA/1999-08", "report");
        form["count"] = "2";
        form.Fill(0, ReportedMonth.TownHall);
        form.Fill(1, ReportedMonth.TownHall);
        form["events.0.description"] = heavy;
        form["events.1.description"] = "We meet.";

        var (_, page) = await form.PressAsync("check");

        var said = page.GetElementById("events.0.description.said")!;
        Assert.Matches(
            "^Takes [23][0-9] years of school to read[.] Plainer: .*“use” for “utilize”.*[.]$",
            said.TextOf(".odd:last-child")
        );
        Assert.DoesNotContain(
            "years of school",
            page.GetElementById("events.1.description.said")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_month_without_events_is_reported_by_a_button()
    {
        using var agency = await server.AsAsync("agency-FEMA");
        var form = await PageForm.OpenAsync(agency, "/report/FEMA/1999-05", "report");

        var (_, page) = await form.PressAsync("nil");

        Assert.Equal("No events for May 1999 wait for NPR.", page.TextOf("h1"));
        Assert.Contains(
            "\"nil\":true",
            await ReportedMonth.StoredAsync(agency, "FEMA", "1999-05"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_report_of_500_events_fits()
    {
        using var agency = await server.AsAsync("agency-NASA");
        var form = await PageForm.OpenAsync(agency, "/report/NASA/1999-02", "report");
        form["count"] = "500";
        for (var i = 0; i < 500; i++)
        {
            form.Fill(i, ReportedMonth.TownHall);
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
        using var agency = await server.AsAsync("agency-FEMA");
        var form = await ReportedMonth.WriteAsync(agency, "FEMA", "1999-06", "1999-06-09");
        await agency.SubmitAsync("/sign-in/as", ("who", "nobody"));

        var (status, page) = await form.PressAsync("send");
        await agency.SubmitAsync("/sign-in/as", ("who", "agency-FEMA"));
        var (_, sent) = await PageForm.On(agency, page, "report").PressAsync("send");

        Assert.Equal(401, status);
        Assert.Equal("You were signed out.", page.TextOf("h1"));
        Assert.Equal("One event for June 1999 waits for NPR.", sent.TextOf("h1"));
    }
}
