using Cwa.Dashboard.Complaints;
using Cwa.Dashboard.Events;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Problems;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of the page of problems that are hard to reach in a browser.</summary>
public sealed class ProblemsStatesTests : IDisposable
{
    private static readonly StepDays NoStep = new(0, 0, 0, null);

    private static readonly NamedAgency Agency = new("SSA", "Social Security Administration");

    private static readonly ProblemProgress NoProgress = new(
        0,
        0,
        0,
        0,
        0,
        NoStep,
        NoStep,
        NoStep,
        NoStep,
        new(null),
        new(null),
        []
    );

    private static readonly ProblemsData None = new(
        NoProgress,
        new(0, []),
        new(0, []),
        new(0, new(HasNextPage: false, EndCursor: null), []),
        new(0, 0, 0, 0, 0, 0),
        new([]),
        new([])
    );

    private readonly Reader _npr = new(Reader.Npr);

    public void Dispose() => _npr.Dispose();

    [Fact]
    public void Where_there_is_no_problem_words_say_so()
    {
        var page = Open(None);

        Assert.Equal("Problems from 1 March 1998 to 16 November 1998", page.TextOf("h1"));
        Assert.Equal(
            [
                "No problem was found from 1 March 1998 to 16 November 1998.",
                "No step of these problems is late.",
                "No complaints came back.",
                "No problem matches all of this.",
                "No agency found a problem.",
                "No problem-solving day was held.",
            ],
            page.FindAll(".empty").Select(empty => empty.TextContent.Trim())
        );
    }

    [Fact]
    public void Complaints_that_came_back_are_told_with_what_they_were_before()
    {
        var back = new ReturnedComplaints(new(1998, 8), new(1998, 10), 80, 20, 70);
        var found = new ReturnedProblem("Calls are not answered", new(1998, 4, 1), back);
        var earlier = new ReturnedProblem("Of another year", new(1997, 4, 1), back);

        var page = Open(None with { Attention = new(1, [new(Agency, [new([found, earlier])])]) });

        Assert.Equal("Calls are not answered", page.TextOf("[aria-labelledby=returned] .name"));
        Assert.Equal(
            "70 a month August 1998 to October 1998, after 20 while the change helped and 80 before it",
            page.TextOf("[aria-labelledby=returned] li > p")
        );
        Assert.Single(page.FindAll("[aria-labelledby=returned] li"));
    }

    [Fact]
    public void A_step_dated_before_the_one_before_it_is_told_so()
    {
        var problem = new ListedProblem(
            "Calls are not answered",
            ProblemStatus.Changed,
            new(1998, 4, 1),
            Owner: null,
            Agency,
            Category: null,
            new(-3, null, 1, null, new(1998, 12, 1), null)
        );

        var page = Open(
            None with
            {
                SystemicProblems = None.SystemicProblems with { TotalCount = 1, Nodes = [problem] },
            }
        );

        Assert.Equal(
            "Found 1 Apr; somebody responsible 3 days before; changed one day later.",
            page.TextOf("[aria-labelledby=problems] li > p")
        );
        Assert.Equal("next step due 1 Dec", page.TextOf("[aria-labelledby=problems] li .note"));
    }

    [Fact]
    public void All_solved_is_the_heading()
    {
        var page = Open(None with { ProblemProgress = NoProgress with { Problems = 2, Verified = 2 } });

        Assert.Equal("All 2 problems found from 1 March 1998 to 16 November 1998 are solved.", page.TextOf("h1"));
        Assert.Equal("Nothing was changed yet.", page.TextOf("[aria-labelledby=quickly] .after"));
        Assert.Equal("–", page.TextOf(".figure .value"));
    }

    [Fact]
    public void A_day_of_which_nobody_said_anything_is_told_so()
    {
        var day = new UntoldDay("Open house", "", new(1998, 5, 2), EventStatus.Unconfirmed, Agency);

        var page = Open(
            None with
            {
                ProblemSolvingTotals = new(3, 2, 10, 5, 4, 1),
                Untold = new([day, day with { Status = EventStatus.Held }]),
                ProblemSolvingOutcomes = new([new(4, 1, 10, 5, [], new("Fair", "", new(1998, 5, 3), Agency))]),
            }
        );

        Assert.Equal(
            ["Not said whether it took place", "Outcome still missing", "1 of 4 cases resolved 15 customers came."],
            page.FindAll("[aria-labelledby=days] li > p")
                .Select(said =>
                    string.Join(' ', said.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                )
        );
        Assert.Equal(
            "3 days took place. 1 has said what was solved: 15 customers came, and 1 of 4 cases is resolved. 2 have not.",
            page.TextOf("[aria-labelledby=days] > p")
        );
    }

    [Theory]
    [InlineData("problemProgress", "quickly", "agencies")]
    [InlineData("unsolved", "late")]
    [InlineData("attention", "returned")]
    [InlineData("systemicProblems", "problems")]
    [InlineData("problemSolvingTotals", "days")]
    [InlineData("untold", "days")]
    public void A_part_that_fails_says_so_and_the_rest_stays(string part, params string[] sections)
    {
        var answer = System.Text.Json.JsonSerializer.SerializeToNode(None, Reading.Operations.Json)!;
        answer[part] = null;
        _npr.Answer(
            "Problems",
            text =>
                text.Contains("@skip(if: true)", StringComparison.Ordinal)
                    ? new { data = answer }
                    : Reader.Error("INTERNAL_SERVER_ERROR", part)
        );

        var page = _npr.Open<ProblemsPage>("/problems");

        Assert.Equal(
            sections,
            page.FindAll("[role=alert]").Select(alert => alert.ParentElement!.GetAttribute("aria-labelledby"))
        );
    }

    private IRenderedComponent<ProblemsPage> Open(ProblemsData data)
    {
        _npr.Answer("Problems", data);
        return _npr.Open<ProblemsPage>("/problems");
    }
}
