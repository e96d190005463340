using Cwa.Tests;

namespace Cwa.Graph.Tests.Pages;

public sealed class ProblemsPageTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Progress = """
        {
          problemProgress(from: "1998-03-01", to: "1998-11-16") {
            problems open verified pastTarget
            toAssigned { medianDays } toPlanned { medianDays } toChanged { medianDays } toVerified { medianDays }
            byAgency { agency { name } problems open pastTarget }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Heading_medians_and_agencies_are_those_of_the_query(string provider)
    {
        var server = await servers.OnAsync(provider);
        var progress = (await server.AskAsync(Progress)).GetProperty("problemProgress");

        var page = await server.PageAsync("/problems");

        Assert.Equal(
            $"{progress.Number("open")} of {progress.Number("problems")} problems are not solved yet; "
                + $"{progress.Number("pastTarget")} are past the target.",
            page.TextOf("h1")
        );
        Assert.Equal(
            new[] { "toAssigned", "toPlanned", "toChanged", "toVerified" }.Select(step =>
                $"{progress.GetProperty(step).GetProperty("medianDays")} days"
            ),
            page.QuerySelectorAll("[aria-labelledby=quickly] .value").Select(value => value.TextContent)
        );
        Assert.Equal(
            progress.GetProperty("byAgency").EnumerateArray().Take(20).Select(agency => agency.Number("pastTarget")),
            page.NumbersOf("[aria-labelledby=agencies] td:nth-child(4)")
        );
        Assert.Equal(progress.Number("pastTarget"), page.QuerySelectorAll("[aria-labelledby=late] li").Length);
    }

    [Theory]
    [InlineData("VERIFIED", "verified")]
    [InlineData("OPEN", "open")]
    public async Task The_list_holds_those_with_the_status_and_the_figures_all(string status, string counted)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var progress = (await server.AskAsync(Progress)).GetProperty("problemProgress");

        var page = await server.PageAsync($"/problems?status={status}");

        Assert.StartsWith(
            $"{progress.Number(counted)} problems: ",
            page.TextOf("[aria-labelledby=problems] .period"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            Math.Min(progress.Number(counted), 50),
            page.QuerySelectorAll("[aria-labelledby=problems] li").Length
        );
        Assert.StartsWith($"{progress.Number("open")} of ", page.TextOf("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var first = await server.PageAsync("/problems");

        var next = await server.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(24, next.QuerySelectorAll("[aria-labelledby=problems] li").Length);
        Assert.NotEqual(first.TextOf("[aria-labelledby=problems] li"), next.TextOf("[aria-labelledby=problems] li"));
    }

    [Fact]
    public async Task A_problem_tells_in_how_many_days_it_took_its_steps()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var solved = await server.AskAsync(
            """
            {
              systemicProblems(first: 1, where: { status: { eq: VERIFIED } }, order: [{ foundOn: DESC }]) {
                nodes { steps { daysToAssigned daysToPlanned daysToChanged daysToVerified } }
              }
            }
            """
        );
        var steps = solved.GetProperty("systemicProblems").GetProperty("nodes")[0].GetProperty("steps");

        var page = await server.PageAsync("/problems?status=VERIFIED");

        Assert.EndsWith(
            $"; somebody responsible {steps.Number("daysToAssigned")} days later; change planned "
                + $"{steps.Number("daysToPlanned")} days later; changed {steps.Number("daysToChanged")} days later; "
                + $"known to help {steps.Number("daysToVerified")} days later.",
            page.TextOf("[aria-labelledby=problems] li > p"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("SSA")]
    public async Task Problem_solving_days_are_counted_and_named_where_the_reader_may_know(string? agency)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var reader = agency is null ? server.AsReviewer() : new SignedInCaller(server, "pat", [Roles.Submit], [agency]);
        var asked = await reader.AskAsync(
            """
            {
              problemSolvingTotals(where: {}) { days outcomesMissing }
              events(where: { format: { eq: PROBLEM_SOLVING_DAY }, outcomeMissing: { eq: true } }) { totalCount }
            }
            """
        );
        var totals = asked.GetProperty("problemSolvingTotals");
        var (days, missing) = (totals.Number("days"), totals.Number("outcomesMissing"));

        var page = await reader.PageAsync("/problems");

        Assert.Equal(missing, asked.GetProperty("events").Number("totalCount"));
        Assert.StartsWith(
            $"{(days == 1 ? "One day" : $"{days} days")} took place. {days - missing} ha",
            page.TextOf("[aria-labelledby=days] > p"),
            StringComparison.Ordinal
        );
        Assert.Equal(Math.Min(missing, 10), page.QuerySelectorAll("[aria-labelledby=days] li > p.wrong").Length);
    }

    [Theory]
    [InlineData("status=DONE", "“DONE” is not a status such as VERIFIED. It was left out.")]
    [InlineData("from=soon", "“soon” is not a day such as 1998-11-01. It was left out.")]
    public async Task A_value_that_cannot_be_read_is_left_out_and_said(string parameter, string sentence)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var page = await server.PageAsync("/problems?" + parameter);

        Assert.Equal(sentence, page.TextOf(".problem"));
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=problems] li"));
    }

    [Fact]
    public async Task The_public_is_told_to_sign_in_and_reads_nothing_of_it()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        var page = await server.PageAsync("/problems");

        Assert.Equal("The page of problems is not public.", page.TextOf("h1"));
        Assert.Empty(page.QuerySelectorAll("main .rows, main table, main .figure"));
    }
}
