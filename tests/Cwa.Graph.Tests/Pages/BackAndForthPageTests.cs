using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>A report goes back to its agency, and nothing has to be typed again.</summary>
public sealed class BackAndForthPageTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    [Fact]
    public async Task NPR_remarks_on_an_event_and_the_agency_reads_that_at_the_event()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-09");
        var form = await PageForm.OpenAsync(npr, "/report/NSF/1999-09", "decide");

        form["remarks.0"] = "Which <i>hall</i>?";
        var (refused, without) = await form.PressAsync("return");
        form["reason"] = "See the remark.";
        await form.PressAsync("return");
        var page = PageForm.Read(await agency.OpenAsync("/report/NSF/1999-09"));
        var correction = PageForm.On(agency, page, "report");
        var (_, checkedOnly) = await correction.PressAsync("check");
        var (_, sent) = await correction.PressAsync("send");

        Assert.Equal(422, refused);
        Assert.Contains("Which <i>hall</i>?", without.TextOf("[id='remarks.0']"), StringComparison.Ordinal);
        Assert.Equal("9 Sep: Town hall in Reno", without.TextOf("[for='remarks.0']"));
        Assert.Equal("NPR returned it: “See the remark.”", page.TextOf(".returned-why"));
        Assert.Equal("NPR remarks: “Which <i>hall</i>?”", page.TextOf("fieldset .remark"));
        Assert.Equal("NPR remarks: “Which <i>hall</i>?”", checkedOnly.TextOf("fieldset .remark"));
        Assert.Equal("How long is too long to wait?", correction["events.0.description"]);
        Assert.Equal("One event for September 1999 waits for NPR.", sent.TextOf("h1"));
    }

    [Fact]
    public async Task An_agency_takes_its_report_back_and_goes_on_with_it()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-10");
        var form = await PageForm.OpenAsync(agency, "/report/NSF/1999-10", "recall");
        var late = await PageForm.OpenAsync(agency, "/report/NSF/1999-10", "recall");
        var decision = await PageForm.OpenAsync(npr, "/report/NSF/1999-10", "decide");

        form["reason"] = "The hall is closed.";
        var (_, recalled) = await form.PressAsync("recall");
        var (twice, refused) = await late.PressAsync("recall");
        var (undecided, npr2) = await decision.PressAsync("accept");
        var (_, sent) = await PageForm.On(agency, recalled, "report").PressAsync("send");

        Assert.Equal("The report for October 1999 was taken back.", recalled.TextOf("h1"));
        Assert.Contains("Taken back by", recalled.TextOf("section:has(#revisions)"), StringComparison.Ordinal);
        Assert.Contains("“The hall is closed.”", recalled.TextOf("section:has(#revisions)"), StringComparison.Ordinal);
        Assert.Equal((422, 422), (twice, undecided));
        Assert.StartsWith("The agency has recalled this report", refused.TextOf(".problem"), StringComparison.Ordinal);
        Assert.StartsWith("The agency has recalled this report", npr2.TextOf(".problem"), StringComparison.Ordinal);
        Assert.Equal("One event for October 1999 waits for NPR.", sent.TextOf("h1"));
        Assert.Equal(2, sent.QuerySelectorAll("section:has(#revisions) li").Length);
    }

    [Fact]
    public async Task A_returned_amendment_is_corrected_with_its_days_and_its_reason()
    {
        using var agency = await server.AsAsync("agency-NSF");
        using var npr = await server.AsAsync("npr-reviewer");
        await agency.ReportsOnPageAsync("NSF", "1999-11");
        await (await PageForm.OpenAsync(npr, "/report/NSF/1999-11", "decide")).PressAsync("accept");
        var amend = await PageForm.OpenAsync(agency, "/report/NSF/1999-11?amend=true", "report");
        amend["events.0.startsOn"] = "1999-11-12";
        amend["reason"] = "The hall in Reno is closed.";
        await amend.PressAsync("send");
        var decision = await PageForm.OpenAsync(npr, "/report/NSF/1999-11", "decide");
        decision["reason"] = "Which hall?";
        await decision.PressAsync("return");

        var correction = await PageForm.OpenAsync(agency, "/report/NSF/1999-11", "report");
        var (status, sent) = await correction.PressAsync("send");

        Assert.Equal(
            ("1999-11-12", "The hall in Reno is closed."),
            (correction["events.0.startsOn"], correction["reason"])
        );
        Assert.Equal((200, "One event for November 1999 waits for NPR."), (status, sent.TextOf("h1")));
    }
}
