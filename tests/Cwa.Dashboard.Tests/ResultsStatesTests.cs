using Cwa.Dashboard.Results;

namespace Cwa.Dashboard.Tests;

/// <summary>The states of the page of results that are hard to reach in a browser.</summary>
public sealed class ResultsStatesTests : IDisposable
{
    private static readonly ResultsData None = new(
        new(0, 0, 0, 0, 0, 0, null),
        new(Directed: 123, Published: 0),
        new(0, new(HasNextPage: false, EndCursor: null), [])
    );

    private static readonly ResultsData One = new(
        new(1, 1, 0, 0, 1, 0, null),
        new(Directed: 123, Published: 1),
        new(
            1,
            new(HasNextPage: false, EndCursor: null),
            [new("What we heard", null, null, new("SSA", "Social Security Administration"))]
        )
    );

    private readonly Reader _public = new(viewer: null);

    public void Dispose() => _public.Dispose();

    [Fact]
    public void A_year_without_results_is_told_in_words()
    {
        _public.Answer("Results", None);

        var page = _public.Open<Results.Results>("/results");

        Assert.Equal("0 of 123 directed agencies have published results for 1998.", page.TextOf("h1"));
        Assert.Equal("No agency has published its results for 1998 yet.", page.TextOf(".empty"));
        Assert.Empty(page.FindAll("table"));
        Assert.Empty(page.FindAll(".lead"));
    }

    [Fact]
    public void No_report_that_matches_is_an_offer_to_show_all()
    {
        _public.Answer("Results", One with { AnnualReports = None.AnnualReports });

        var page = _public.Open<Results.Results>("/results?find=xyz&hard=true");

        Assert.Equal("No report matches “xyz”. Show all 1.", page.TextOf(".empty"));
        Assert.Equal("/results?year=1998", page.Find(".empty a").GetAttribute("href"));
        Assert.Empty(page.FindAll("table"));
    }

    [Theory]
    [InlineData("1997")]
    [InlineData("1999")]
    [InlineData("soon")]
    public void A_year_that_has_no_results_shows_this_year(string year)
    {
        _public.Answer("Results", One);

        var page = _public.Open<Results.Results>($"/results?year={year}");

        Assert.Equal("1 of 123 directed agencies has published results for 1998.", page.TextOf("h1"));
    }

    [Fact]
    public void A_report_that_could_not_be_rated_is_listed_without_a_figure()
    {
        _public.Answer("Results", One);

        var page = _public.Open<Results.Results>("/results");

        Assert.Equal("–", page.TextOf("tbody .number"));
        Assert.Equal("", page.TextOf("tbody td"));
    }

    [Fact]
    public void A_report_that_says_little_is_opened_without_what_it_does_not_say()
    {
        _public.Answer("Results", One);
        _public.Answer(
            "ResultsReport",
            new OpenedReportData(
                new([
                    new(
                        YearBasis.Fiscal,
                        Summary: null,
                        PlainLanguage: null,
                        [new("We listened.", null, null, new("Calls answered", "minutes", 5, TargetDirection.AtMost))]
                    ),
                ])
            )
        );

        var page = _public.Open<Results.Results>("/results?open=SSA");

        Assert.Equal("Not said", page.TextOf(".opened .status"));
        Assert.Equal("Calls answered At most 5 minutes.", page.TextOf(".opened .soft"));
        Assert.Single(page.FindAll(".opened .soft"));
        Assert.Equal("true", page.Find("#SSA a").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void A_report_that_cannot_be_opened_says_so_in_its_row_and_the_list_stays()
    {
        _public.Answer("Results", One);
        _public.Answer("ResultsReport", _ => Reader.Error("INTERNAL_SERVER_ERROR", "annualReports"));

        var page = _public.Open<Results.Results>("/results?open=SSA");

        Assert.Equal(
            "This part could not be read. Try again. INTERNAL_SERVER_ERROR abc",
            page.TextOf("#SSA + .opened [role=alert]")
        );
        Assert.Equal("/results?year=1998&open=SSA#SSA", page.Find(".opened [role=alert] a").GetAttribute("href"));
        Assert.Equal("1 of 123 directed agencies has published results for 1998.", page.TextOf("h1"));
        Assert.Equal(200, _public.Http.Response.StatusCode);
    }
}
