using Cwa.Dashboard.Agencies;
using Cwa.Dashboard.Liaisons;
using Cwa.Dashboard.Reporting;
using Cwa.Dashboard.Reports;
using Cwa.Dashboard.Scorecard;

namespace Cwa.Dashboard.Tests;

/// <summary>What lists say where there is nothing to list, or nothing that their reader may read.</summary>
public sealed class ListStatesTests : IDisposable
{
    private readonly Reader _npr = new(Reader.Npr);
    private readonly Reader _public = new(viewer: null);

    public void Dispose()
    {
        _npr.Dispose();
        _public.Dispose();
    }

    [Fact]
    public void Of_a_month_that_is_not_due_yet_the_list_of_reports_says_when_the_first_is()
    {
        _npr.Answer(
            "Reports",
            ReportsOf(new Reports.ReportingAgency("SSA", "Social Security Administration", null, []))
        );

        var page = _npr.Open<Reports.Reports>("/reports?month=1999-02");

        Assert.Equal("No report is due for February 1999 yet.", page.TextOf("h1"));
        Assert.Equal("The first is due on 31 January 1999.", page.TextOf(".lead"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void No_report_of_an_unknown_department_is_an_offer_to_show_all()
    {
        _npr.Answer("Reports", ReportsOf());

        var page = _npr.Open<Reports.Reports>("/reports?department=xyz");

        Assert.Equal("No agency matches “xyz”.", page.TextOf("h1"));
        Assert.Equal("Show all.", page.TextOf(".lead"));
        Assert.Equal("/reports?month=1998-11", page.Find(".lead a").GetAttribute("href"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void No_liaison_that_matches_is_an_offer_to_show_all()
    {
        _npr.Answer("Liaisons", new LiaisonsData(new([]), new([]), new([]), new(163)));

        var page = _npr.Open<PhoneList>("/liaisons?q=xyz");

        Assert.Equal("No agency matches “xyz”.", page.TextOf("h1"));
        Assert.Equal("Nothing matches. Show all 163.", page.TextOf(".empty"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void No_row_of_the_scorecard_that_matches_is_an_offer_to_show_all()
    {
        _npr.Answer("ScorecardPage", new ScorecardData(new([], new(0, 0, 0, 0, []), []), new([]), new(163)));

        var page = _npr.Open<Scorecard.Scorecard>("/scorecard?find=xyz");

        Assert.Equal("No agency matches “xyz”. Show all 163.", page.TextOf(".empty"));
        Assert.Empty(page.FindAll("table"));
    }

    [Theory]
    [InlineData("/reports?month=1998-10", "The list of monthly reports is not public.")]
    [InlineData("/scorecard?find=a%26b", "The scorecard is not public.")]
    [InlineData("/liaisons", "The phone list of liaisons is not public.")]
    public void What_the_public_may_not_read_leads_through_the_sign_in_back_to_the_page(string address, string said)
    {
        _public.Http.Request.Path = address.Split('?')[0];

        var heading = _public.Http.Request.Path.Value switch
        {
            "/reports" => Read<Reports.Reports>(address),
            "/scorecard" => Read<Scorecard.Scorecard>(address),
            _ => Read<LiaisonsPage>(address),
        };

        Assert.Equal(said, heading);
        Assert.Single(_public.Asked);
    }

    [Fact]
    public void What_waits_for_NPR_is_listed_a_hundred_at_a_time()
    {
        _npr.Answer("Queue", QueueWith(next: "b c"));
        var first = _npr.Open<QueuePage>("/queue");
        _npr.Answer("Queue", QueueWith(next: null));
        var second = _npr.Open<QueuePage>("/queue?after=b%20c");

        Assert.Equal("101 reports wait for NPR. The first has waited since 2 November 1998.", first.TextOf("h1"));
        Assert.Equal("The next 100", first.TextOf(".turn"));
        Assert.Equal("/queue?after=b%20c", first.Find("a[rel=next]").GetAttribute("href"));
        Assert.Equal("101 reports wait for NPR.", second.TextOf("h1"));
        Assert.Equal("The first 100", second.TextOf(".turn"));
        Assert.Equal("/queue", second.Find(".turn a").GetAttribute("href"));
        Assert.Equal("/queue?after=b%20c", second.Find("form").GetAttribute("action"));
    }

    private string Read<TPage>(string address)
        where TPage : class, Microsoft.AspNetCore.Components.IComponent
    {
        var page = _public.Open<TPage>(address);
        Assert.Equal("/sign-in?returnUrl=" + Uri.EscapeDataString(address), page.Find(".lead a").GetAttribute("href"));
        return page.TextOf("h1");
    }

    private static ReportsData ReportsOf(params IReadOnlyList<Reports.ReportingAgency> agencies) =>
        new([.. Answers.Overview.ReportingStatuses], new(agencies), new([]));

    private static QueueData QueueWith(string? next)
    {
        var sent = new DateTimeOffset(1998, 11, 2, 15, 0, 0, TimeSpan.Zero);
        var agency = new WaitingAgency("SSA", "Social Security Administration", DirectiveStanding.Directed);
        var report = new WaitingReport("r", new(1998, 12), 1, false, 3, null, sent, "SSA", new(1998, 11, 30), agency);
        return new(new(101, new(next is not null, next), [report]), new(["Npr.Review"]));
    }
}
