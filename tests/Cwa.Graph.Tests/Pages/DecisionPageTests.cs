using AngleSharp.Dom;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What happens to a report after it was sent, on pages: NPR decides, and the agency goes on.</summary>
public sealed class DecisionPageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    [Fact]
    public async Task NPR_accepts_from_its_queue_and_the_agency_sees_that()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-02");

        var queue = PageForm.Read(await npr.OpenAsync("/queue"));
        var row = Assert.Single(
            queue.QuerySelectorAll("tbody tr"),
            row => row.QuerySelector("a[href='/report/NSF/1999-02']") is not null
        );
        var id = row.QuerySelector("button")!.GetAttribute("value")!;
        var (_, after) = await PageForm.On(npr, queue, "queue").PressAsync(id, "accept");
        var seen = PageForm.Read(await agency.OpenAsync("/report/NSF/1999-02"));

        Assert.StartsWith($"{Rows(queue)} reports wait for NPR.", queue.TextOf("h1"), StringComparison.Ordinal);
        Assert.Equal("Accepted: National Science Foundation, February 1999.", after.TextOf(".done"));
        Assert.Equal(Rows(queue) - 1, Rows(after));
        Assert.Equal("One event for February 1999 is accepted.", seen.TextOf("h1"));
        Assert.Contains("Accepted by NPR reviewer", seen.TextOf("section:has(#revisions)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NPR_returns_with_a_reason_and_the_agency_corrects()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-03");
        var form = await PageForm.OpenAsync(npr, "/report/NSF/1999-03", "decide");

        var (refused, without) = await form.PressAsync("return");
        form["reason"] = "Which <i>town</i>?";
        var (_, returned) = await form.PressAsync("return");
        var work = PageForm.Read(await agency.OpenAsync("/report"));
        var correction = await PageForm.OpenAsync(agency, "/report/NSF/1999-03", "report");
        correction["events.0.description"] = "How long is too long to wait, in Reno?";
        var (_, corrected) = await correction.PressAsync("send");

        Assert.Equal(422, refused);
        Assert.NotEqual("", without.TextOf("[id='reason.said'] .wrong"));
        Assert.Equal("NPR returned the report for March 1999.", returned.TextOf("h1"));
        Assert.Contains("“Which <i>town</i>?”", work.TextOf("section:has(#months)"), StringComparison.Ordinal);
        Assert.NotEqual("", correction["events.0.eventId"]);
        Assert.Equal("One event for March 1999 waits for NPR.", corrected.TextOf("h1"));
        Assert.Equal(2, corrected.QuerySelectorAll("section:has(#revisions) li").Length);
    }

    [Fact]
    public async Task Only_the_first_of_two_reviewers_decides()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-04");
        var one = await PageForm.OpenAsync(npr, "/report/NSF/1999-04", "decide");
        var other = await PageForm.OpenAsync(npr, "/report/NSF/1999-04", "decide");
        other["reason"] = "No.";
        await one.PressAsync("accept");

        var (status, page) = await other.PressAsync("return");

        Assert.Equal(422, status);
        Assert.StartsWith("NPR has already decided", page.TextOf(".problem"), StringComparison.Ordinal);
        Assert.Equal("One event for April 1999 is accepted.", page.TextOf("h1"));
    }

    [Fact]
    public async Task An_accepted_report_is_amended_with_a_reason()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-05");
        await (await PageForm.OpenAsync(npr, "/report/NSF/1999-05", "decide")).PressAsync("accept");
        var read = PageForm.Read(await agency.OpenAsync("/report/NSF/1999-05"));
        var amend = read.QuerySelectorAll("a").First(link => link.TextContent == "Amend this report");
        var form = await PageForm.OpenAsync(agency, amend.GetAttribute("href")!, "report");

        form["events.0.city"] = "Sparks";
        var (refused, without) = await form.PressAsync("send");
        form["reason"] = "The hall in Reno is closed.";
        var (_, amended) = await form.PressAsync("send");

        Assert.Null(read.QuerySelector("form[data-keep]"));
        Assert.Equal(422, refused);
        Assert.Contains("give the reason", without.TextOf("[id='reason.said']"), StringComparison.Ordinal);
        Assert.Equal("One event for May 1999 waits for NPR.", amended.TextOf("h1"));
        Assert.Contains(
            "The hall in Reno is closed.",
            amended.TextOf("section:has(#revisions)"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_reader_of_NPR_reads_and_decides_nothing()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var reader = await server.AsAsync("npr-reader");
        await agency.ReportsOnPageAsync("NSF", "1999-06");

        var queue = PageForm.Read(await reader.OpenAsync("/queue"));
        var report = PageForm.Read(await reader.OpenAsync("/report/NSF/1999-06"));

        Assert.NotEqual(0, Rows(queue));
        Assert.Empty(queue.QuerySelectorAll("main button"));
        Assert.Empty(report.QuerySelectorAll("main button"));
        Assert.Contains("Town hall in Reno", report.TextOf(".told"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_checked_row_by_row_and_sent_as_a_whole()
    {
        using var agency = await server.AsAsync("agency-NSF");
        var form = await PageForm.OpenAsync(agency, "/report/NSF/1999-07", "file");

        var (wrong, faults) = await form.SendFileAsync("send", Csv("NSF", "1999-07", "WALKING"));
        form["pasted"] = Csv("NSF", "1999-07", "FACE_TO_FACE");
        var (good, dry) = await form.PressAsync("check");
        var before = PageForm.Read(await agency.OpenAsync("/report/NSF/1999-07"));
        var (_, sent) = await form.PressAsync("send");

        Assert.Equal((422, 200), (wrong, good));
        Assert.Equal(
            ["3", "medium"],
            faults.QuerySelectorAll(".faults tbody td").Take(2).Select(cell => cell.TextContent)
        );
        Assert.StartsWith(
            "Nothing is wrong with the file. 2 rows",
            dry.TextOf("section:has(#file) .done"),
            StringComparison.Ordinal
        );
        Assert.Equal("No report for July 1999 has been sent.", before.TextOf("h1"));
        Assert.Equal("2 events for July 1999 wait for NPR.", sent.TextOf("h1"));
    }

    [Fact]
    public async Task A_file_of_another_agency_is_refused_as_if_there_were_none()
    {
        using var agency = await server.AsAsync("agency-NSF");
        var form = await PageForm.OpenAsync(agency, "/report/NSF/1999-08", "file");

        var (_, of) = await form.SendFileAsync("send", Csv("SSA", "1999-08", "FACE_TO_FACE"));
        var (_, none) = await form.SendFileAsync("send", Csv("ZZZ", "1999-08", "FACE_TO_FACE"));

        Assert.Equal(
            none.TextOf(".faults tbody").Replace("ZZZ", "SSA", StringComparison.Ordinal),
            of.TextOf(".faults tbody")
        );
    }

    [Fact]
    public async Task An_event_that_is_over_is_confirmed_with_its_attendance()
    {
        using var agency = await server.AsAsync("agency-SSA");
        var work = PageForm.Read(await agency.OpenAsync("/report"));
        var form = PageForm.On(agency, work, "confirm");
        var id = form["0.event"];

        form["0.attendance"] = "1,250";
        var (refused, half) = await form.PressAsync("0", "held");
        form["0.countMethod"] = "COUNTED";
        var (_, done) = await form.PressAsync("0", "held");
        var stored = await agency.AskAsync(
            $$"""{ node(id: "{{id}}") { ... on Event { status attendance countMethod } } }"""
        );

        Assert.Equal(422, refused);
        Assert.NotEqual("", half.TextOf("[id='0.countMethod.said'] .wrong"));
        Assert.StartsWith("Confirmed.", done.TextOf(".done"), StringComparison.Ordinal);
        Assert.Equal("""{"status":"HELD","attendance":1250,"countMethod":"COUNTED"}""", stored.At("node").GetRawText());
        Assert.DoesNotContain(id, done.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/report")]
    [InlineData("/queue")]
    [InlineData("/report/SSA/1998-12")]
    public async Task The_public_is_asked_to_sign_in(string address)
    {
        using var nobody = await server.AsAsync("nobody");

        var page = PageForm.Read(await nobody.OpenAsync(address));

        Assert.EndsWith("is not public.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.Contains(
            Uri.EscapeDataString(address),
            page.QuerySelector("main a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    private static string Csv(string agency, string month, string medium) =>
        $"""
            agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind
            {agency},{month},Open line,Call us.,{month}-05,TELEPHONE,HOTLINE,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,NATIONAL
            {agency},{month},Open house,Come by.,{month}-06,{medium},OPEN_HOUSE,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,NATIONAL
            """;

    private static int Rows(IParentNode queue) => queue.QuerySelectorAll("tbody tr").Length;
}
