using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Promises;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of the page of promises that are hard to reach in a browser.</summary>
public sealed class PromisesStatesTests : IDisposable
{
    private readonly Reader _public = new(viewer: null);

    public void Dispose() => _public.Dispose();

    [Fact]
    public void No_promise_is_told_in_words()
    {
        _public.Answer(
            "Promises",
            new PromisesData(new(0, new(HasNextPage: false, EndCursor: null), []), new(0, 0, 0, 0, []))
        );

        var page = _public.Open<PromisesPage>("/promises");

        Assert.Equal("No promises.", page.TextOf("h1"));
        Assert.Equal("No promise matches all of this.", page.TextOf(".empty"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void The_numbers_are_those_of_the_roll_up_and_the_list_tells_each_promise()
    {
        var ssa = new NamedAgency("SSA", "Social Security Administration");
        _public.Answer(
            "Promises",
            new PromisesData(
                new(
                    3,
                    new(HasNextPage: false, EndCursor: null),
                    [
                        Promise(new("SSA", ssa.Name, null), new(new(1998, 9), 4, true)),
                        Promise(new("OHA", "Hearings", new("SSA", ssa.Name, null)), new(new(1998, 9), 9, false)),
                        Promise(
                            new("OHA-1", "Region 1", new("OHA", "Hearings", ssa)),
                            new(new(1998, 9), Value: null, Met: null)
                        ),
                    ]
                ),
                new(3, 1, 1, 1, [new(ssa, 3, 1, 1, 1)])
            )
        );

        var page = _public.Open<PromisesPage>("/promises");

        Assert.Equal("1 of 3 promises is kept.", page.TextOf("h1"));
        Assert.Equal(
            ["3", "1", "1", "1"],
            page.FindAll("[aria-labelledby=departments] td").Select(number => number.TextContent.Trim())
        );
        Assert.Equal("Not measured yet", page.TextOf("[aria-labelledby=promises] li:nth-child(2) > p"));
    }

    [Fact]
    public void Where_there_are_more_than_are_listed_all_are_counted_and_the_page_says_so()
    {
        _public.Answer(
            "Promises",
            new PromisesData(
                new(
                    5_000,
                    new(HasNextPage: true, EndCursor: "more"),
                    [.. Enumerable.Repeat(Promise(new("SSA", "Social Security", null), null), 500)]
                ),
                new(5_000, 0, 0, 5_000, [])
            )
        );

        var page = _public.Open<PromisesPage>("/promises?start=950");

        Assert.Equal("0 of 5,000 promises are kept.", page.TextOf("h1"));
        Assert.Equal(
            "Listed are the first 1,000 of 5,000 promises. Ask for an agency to see the others.",
            page.TextOf("main > .soft, .after")
        );
        Assert.Equal(50, page.FindAll("[aria-labelledby=promises] li").Count);
        Assert.Empty(page.FindAll("a[rel=next]"));
    }

    [Fact]
    public void A_part_of_the_list_that_cannot_be_read_is_told_and_the_rest_stays()
    {
        var asked = 0;
        _public.Answer(
            "Promises",
            _ =>
                asked++ == 0
                    ? new
                    {
                        data = new PromisesData(
                            new(
                                2,
                                new(HasNextPage: true, EndCursor: "more"),
                                [Promise(new("SSA", "Social Security", null), null)]
                            ),
                            new(2, 0, 0, 2, [])
                        ),
                    }
                    : Reader.Error("INTERNAL_SERVER_ERROR", "serviceStandards")
        );

        var page = _public.Open<PromisesPage>("/promises");

        Assert.Single(page.FindAll("[role=alert]"));
        Assert.Single(page.FindAll("[aria-labelledby=promises] li"));
    }

    private static Promise Promise(PromisingAgency agency, Measurement? measured) =>
        new(
            "We answer within five minutes.",
            "minutes",
            5,
            CustomerGroup.Beneficiaries,
            agency,
            new(measured is null ? [] : [measured])
        );
}
