using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Priorities;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of the page of priorities that are hard to reach in a browser.</summary>
public sealed class PrioritiesStatesTests : IDisposable
{
    private static readonly StepDays NoStep = new(0, 0, 0, null);

    private static readonly CustomerPriorities Nothing = new(0, 0, 0, 0, 0, 0, 0, [], []);

    private static readonly ThemePriority Waiting = new(FindingTheme.Waiting, 0, 2, 2, 1, 0, 2, 0, []);

    private static readonly Dictionary<string, object?> Figures = new()
    {
        ["customerPriorities"] = new CustomerPriorities(0, 2, 2, 1, 0, 2, 0, [Waiting], []),
        ["findingProgress"] = new FindingProgress(2, 0, 0, null, null, []),
        ["problemProgress"] = new SolvedProblems(0, 0, 0, 0, 0, NoStep, NoStep, NoStep, NoStep),
        ["complaintTrend"] = new ComplaintTrend([]),
    };

    private readonly Reader _npr = new(Reader.Npr);

    public void Dispose() => _npr.Dispose();

    [Fact]
    public void Where_nothing_was_asked_and_nothing_done_words_say_so()
    {
        _npr.Answer("Priorities", new Dictionary<string, object?>(Figures) { ["customerPriorities"] = Nothing });

        var page = _npr.Open<PrioritiesPage>("/priorities?from=1998-05-01&to=1998-05-01");

        Assert.Equal("What Americans asked for on 1 May 1998", page.TextOf("h1"));
        Assert.Equal(
            [
                "No agency has told what its customers asked for on 1 May 1998.",
                "Nothing was done about it yet.",
                "There is nothing to compare.",
                "No problem was found on 1 May 1998.",
                "No agency has said how many complaints it resolved within its target.",
            ],
            page.FindAll(".empty").Select(empty => empty.TextContent.Trim())
        );
    }

    [Fact]
    public void Where_nobody_was_counted_findings_are()
    {
        _npr.Answer("Priorities", Figures);

        var page = _npr.Open<PrioritiesPage>("/priorities");

        Assert.Equal("Waiting was named most: in 2 of 2 findings.", page.TextOf("h1"));
    }

    [Fact]
    public void Findings_without_a_theme_are_told_so()
    {
        var none = Waiting with { Theme = null };
        _npr.Answer(
            "Priorities",
            new Dictionary<string, object?>(Figures)
            {
                ["customerPriorities"] = Nothing with { Findings = 2, Themes = [none] },
            }
        );

        var page = _npr.Open<PrioritiesPage>("/priorities?agency=SSA");

        Assert.Equal("2 findings of SSA have no theme.", page.TextOf("h1"));
        Assert.Equal("No theme said", page.TextOf(".priorities .name"));
    }

    [Theory]
    [InlineData("customerPriorities", "themes", "groups")]
    [InlineData("findingProgress", "done")]
    [InlineData("problemProgress", "quickly", "helped")]
    [InlineData("complaintTrend", "helped")]
    public void A_part_that_fails_says_so_and_the_rest_stays(string part, params string[] sections)
    {
        _npr.Answer(
            "Priorities",
            text =>
                text.Contains("@skip(if: true)", StringComparison.Ordinal)
                    ? new { data = new Dictionary<string, object?>(Figures) { [part] = null } }
                    : Reader.Error("INTERNAL_SERVER_ERROR", part)
        );

        var page = _npr.Open<PrioritiesPage>("/priorities");

        Assert.Equal(
            sections,
            page.FindAll("[role=alert]").Select(alert => alert.ParentElement!.GetAttribute("aria-labelledby"))
        );
        Assert.Equal(200, _npr.Http.Response.StatusCode);
    }

    [Fact]
    public void No_finding_that_matches_is_told_in_words()
    {
        _npr.Answer(
            "Findings",
            new FindingsData(new(0, 0, 0, null, null, []), new(0, new(HasNextPage: false, EndCursor: null), []))
        );

        var page = _npr.Open<FindingsPage>("/priorities/findings?theme=NONE&state=NONE&done=KNOWN");

        Assert.Equal("No findings from 1 March 1998 to 16 November 1998.", page.TextOf("h1"));
        Assert.StartsWith(
            "Only: No theme said; elsewhere; Outcome known.",
            page.TextOf(".lead"),
            StringComparison.Ordinal
        );
        Assert.Equal("No finding matches all of this.", page.TextOf("[aria-labelledby=findings] .empty"));
    }

    [Fact]
    public void Somebody_without_a_role_is_led_to_the_sign_in()
    {
        using var anybody = new Reader(new("Jo", IsNpr: false, []));

        var page = anybody.Open<PrioritiesPage>("/priorities");

        Assert.Equal("What customers asked for is not public.", page.TextOf("h1"));
        Assert.Single(anybody.Asked);
    }
}
