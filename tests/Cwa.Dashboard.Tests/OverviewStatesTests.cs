namespace Cwa.Dashboard.Tests;

/// <summary>The states of the overview that are hard to reach in a browser.</summary>
public sealed class OverviewStatesTests : IDisposable
{
    private readonly Reader _npr = new(Reader.Npr);

    public void Dispose() => _npr.Dispose();

    [Fact]
    public void A_month_whose_first_report_is_not_due_yet_is_told_in_words()
    {
        _npr.Answer("Overview", Answers.Overview);

        var page = _npr.Open<Overview.Overview>("/?month=1999-02");

        Assert.Equal("No report is due for February 1999 yet.", page.TextOf("h1"));
        Assert.StartsWith("The first is due on 31 January 1999.", page.TextOf(".after"), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bracketed"));
    }

    [Fact]
    public void Nobody_to_call_and_nothing_arrived_are_told_in_words()
    {
        _npr.Answer("Overview", Answers.Overview);

        var page = _npr.Open<Overview.Overview>("/");

        Assert.Equal("Nobody needs a call today.", page.TextOf("[aria-labelledby=calls] .empty"));
        Assert.Equal("No report has come yet.", page.TextOf("[aria-labelledby=arrivals] .empty"));
        Assert.Equal("No conversation is planned for this month yet.", page.TextOf("[aria-labelledby=places] p"));
    }

    [Fact]
    public void An_agency_that_NPR_waits_for_nothing_from_is_told_so()
    {
        using var agency = new Reader(Reader.Agency);
        agency.Answer("Overview", Answers.Overview);

        var page = agency.Open<Overview.Overview>("/");

        Assert.Equal("NPR waits for nothing from you.", page.TextOf("[aria-labelledby=calls] .empty"));
    }

    [Theory]
    [InlineData("attention", "calls", "Whom to call")]
    [InlineData("feed", "arrivals", "Just arrived")]
    [InlineData("complaintTrend", "complaints", "Are customers better served?")]
    [InlineData("eventCounts", "places", "Where people are heard")]
    [InlineData("reportingStatus", "departments", "Department by department")]
    public void A_part_that_fails_says_so_and_the_rest_stays(string part, string section, string title)
    {
        var skipped = $"  {part}";
        _npr.Answer(
            "Overview",
            text =>
                text.Split('\n')
                    .Any(l => l.StartsWith(skipped, StringComparison.Ordinal) && l.Contains("@skip(if: true)"))
                    ? new { data = Without(part) }
                    : Reader.Error("INTERNAL_SERVER_ERROR", part, 0, "name")
        );

        var page = _npr.Open<Overview.Overview>("/");

        Assert.Equal(title, page.TextOf($"[aria-labelledby={section}] h2"));
        Assert.Equal(
            "This part could not be read. Try again. INTERNAL_SERVER_ERROR abc",
            page.TextOf($"[aria-labelledby={section}] [role=alert]")
        );
        Assert.Single(page.FindAll("[role=alert]"));
        Assert.Equal("1 of 2 reports are in for November 1998. 1 is overdue.", page.TextOf("h1"));
        Assert.Equal(4, page.FindAll("section").Count(s => s.QuerySelector(".problem") is null));
        Assert.Equal(200, _npr.Http.Response.StatusCode);
        Assert.Equal(3, _npr.Asked.Count);
    }

    [Fact]
    public void A_page_whose_heading_fails_says_that_it_could_not_be_read()
    {
        _npr.Answer("Overview", _ => Reader.Error("INTERNAL_SERVER_ERROR", "reportingStatuses"));

        var page = _npr.Open<Overview.Overview>("/");

        Assert.Equal("This page could not be read.", page.TextOf("h1"));
        Assert.Equal(
            "The fault is ours, and is noted. Try again. INTERNAL_SERVER_ERROR abc",
            page.TextOf("[role=alert]")
        );
        Assert.Equal(500, _npr.Http.Response.StatusCode);
        Assert.Equal(2, _npr.Asked.Count);
    }

    [Fact]
    public void A_page_whose_server_lost_its_database_says_that_nothing_can_be_read()
    {
        _npr.Answer("Overview", _ => Reader.Error("UNAVAILABLE", "feed"));

        var page = _npr.Open<Overview.Overview>("/");

        Assert.Equal("Not updated: nothing can be read at the moment.", page.TextOf("h1"));
        Assert.Equal("It is away. Try again. UNAVAILABLE abc", page.TextOf("[role=alert]"));
        Assert.Equal(503, _npr.Http.Response.StatusCode);
        Assert.Equal(2, _npr.Asked.Count);
    }

    private static Dictionary<string, object?> Without(string part) =>
        new()
        {
            ["reportingStatuses"] = Answers.Overview.ReportingStatuses,
            ["reportingStatus"] = part == "reportingStatus" ? null : Answers.Overview.ReportingStatus,
            ["attention"] = part == "attention" ? null : Answers.Overview.Attention,
            ["feed"] = part == "feed" ? null : Answers.Overview.Feed,
            ["complaintTrend"] = part == "complaintTrend" ? null : Answers.Overview.ComplaintTrend,
            ["eventCounts"] = part == "eventCounts" ? null : Answers.Overview.EventCounts,
        };
}
