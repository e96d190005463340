using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.DirtyFile;
using static Cwa.Model.Tests.ImportDatabase;

namespace Cwa.Model.Tests;

/// <summary>Figures for quarters and years in files, as people write them.</summary>
public sealed class PeriodCellsTests
{
    private const string Figures = "agency,month,pending_start,received,resolved,pending_end,median_days";

    [Theory]
    [InlineData("FY 1997", "Year 1996-10")]
    [InlineData("FY97", "Year 1996-10")]
    [InlineData("Fiscal year 1997", "Year 1996-10")]
    [InlineData("CY 1997", "Year 1997-01")]
    [InlineData("calendar year '97", "Year 1997-01")]
    [InlineData("FY98 Q2", "Quarter 1998-01")]
    [InlineData("Q1 FY1998", "Quarter 1997-10")]
    [InlineData("CY1998 2Q", "Quarter 1998-04")]
    [InlineData("2nd quarter, CY 1998", "Quarter 1998-04")]
    [InlineData("Apr-98", "Month 1998-04")]
    [InlineData("1998-04", "Month 1998-04")]
    public async Task A_period_is_read_as_people_write_it(string text, string period) =>
        Assert.Equal([period], await PeriodsAsync(text));

    [Theory]
    [InlineData("1997", "CALENDAR", "Year 1997-01")]
    [InlineData("1997", "FISCAL", "Year 1996-10")]
    [InlineData("1998 Q1", "FISCAL", "Quarter 1997-10")]
    [InlineData("1Q98", "CALENDAR", "Quarter 1998-01")]
    [InlineData("CY 1997", "FISCAL", "Year 1997-01")]
    public async Task Where_nothing_tells_the_kind_of_year_the_sender_says_it(
        string text,
        string answer,
        string period
    ) => Assert.Equal([period], await PeriodsAsync(text, ("years", answer)));

    [Fact]
    public async Task The_kind_of_year_is_asked_once()
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Figures}\nSSA,1996,1,1,1,1,1\nSSA,1997,1,2,2,1,1\nSSA,FY95,1,1,1,1,1\n"
        );

        var error = Assert.Single(result.Errors);
        Assert.Equal(
            "Nothing tells whether 1996 is of a calendar year or of a fiscal year. Send the file again with "
                + "years=CALENDAR or years=FISCAL. The same holds for another row.",
            error.Reason
        );
        Assert.Equal(["CALENDAR", "FISCAL"], error.Question!.Choices.Select(choice => choice.Value));
    }

    [Theory]
    [InlineData("FY97,quarterly", "The figures are for FY97, which is no QUARTER.")]
    [InlineData(
        "1998-04,annual",
        "A year begins in January or, if it is a fiscal year, in October of the year before. "
    )]
    [InlineData("FY0000,annual", "'FY0000' is not a month such as 1998-04.")]
    [InlineData("1997-10,weekly", "'weekly' is not one of MONTH, QUARTER, YEAR")]
    public async Task What_is_no_such_period_is_refused(string cells, string reason)
    {
        await using var database = await DatabaseAsync();
        var (month, covers) = (cells.Split(',')[0], cells.Split(',')[1]);

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Figures},Frequency\nSSA,{month},1,1,1,1,1,{covers}\n"
        );

        Assert.StartsWith(reason, Assert.Single(result.Errors).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_years_are_asked_about_unless_they_are_stored_or_the_sender_says_they_are_right()
    {
        await using var database = await DatabaseAsync();
        var file = $"{Figures}\nSSA,FY96,7,5,5,7,3\nVA,FY96,7,5,5,7,3\nSSA,FY97,7,5,5,7,3\nVA,FY97,7,6,6,7,3\n";

        var asked = await database.ImportAsync("complaint-metrics", file);
        var kept = await database.ImportAsync("complaint-metrics", file, With(("equalYears", "KEEP")));
        var again = await database.ImportAsync("complaint-metrics", file);
        var later = await database.ImportAsync("complaint-metrics", $"{Figures}\nSSA,FY95,7,5,5,7,3\n");

        var error = Assert.Single(asked.Errors);
        Assert.Equal((4, "received", "equalYears"), (error.Line, error.Column, error.Question!.Option));
        Assert.Equal(
            "The figures for 1996-10 to 1997-09 are the same in every number as those for 1995-10 to 1996-09. Perhaps "
                + "one year's figures were sent for the other. If they are right, send the file again with "
                + "equalYears=KEEP.",
            error.Reason
        );
        Assert.Equal((4, 4), (kept.Inserted, again.Unchanged));
        Assert.Equal("equalYears", Assert.Single(later.Errors).Question!.Option);
    }

    [Fact]
    public async Task Years_of_one_agency_that_overlap_are_refused()
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Figures}\nSSA,FY97,1,1,1,1,1\nSSA,CY97,1,1,1,1,1\nVA,CY97,1,1,1,1,1\n"
        );

        var error = Assert.Single(result.Errors);
        Assert.Equal((3, "month"), (error.Line, error.Column));
        Assert.StartsWith(
            "The agency has figures for the year 1996-10 to 1997-09.",
            error.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_year_that_opens_otherwise_than_the_year_before_closed_is_warned_about_in_any_order_of_rows()
    {
        await using var database = await DatabaseAsync();
        await database.ImportAsync("complaint-metrics", $"{Figures}\nSSA,FY95,1,9,5,5,1\n");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Figures}\nSSA,FY97,8,2,1,9,1\nSSA,FY96,6,2,1,7,1\n"
        );

        Assert.Equal(
            [
                (2, "Pending complaints: 1995-10 to 1996-09 ended with 7, but 1996-10 to 1997-09 begins with 8."),
                (3, "Pending complaints: 1994-10 to 1995-09 ended with 5, but 1995-10 to 1996-09 begins with 6."),
            ],
            result.Warnings.Where(w => w.Column == "pending_start").Select(w => ((int)w.Line, w.Reason))
        );
    }

    [Fact]
    public async Task Rows_of_an_agency_are_passed_over_and_told_if_the_sender_says_so()
    {
        await using var database = await DatabaseAsync();
        var file = $"{Figures}\nSSA,1998-04,1,1,1,1,1\nNobody,1998-04,1,1,1,1,1\nNobody,1998-05,1,1,1,1,1\n";

        var named = await database.ImportAsync("complaint-metrics", file, With(("agency.Nobody", "ignore")));
        var unknown = await database.ImportAsync("complaint-metrics", file, With(("agency.*", "ignore")));

        Assert.Equal((3, 1, 0), (named.Rows, named.Inserted, named.ErrorCount));
        Assert.Equal(
            [
                (3, "The row is passed over. The agency is Nobody."),
                (4, "The row is passed over. The agency is Nobody."),
            ],
            named.Warnings.Where(w => w.Column == "agency").Select(w => ((int)w.Line, w.Reason))
        );
        Assert.Equal(
            [
                "The row is passed over. There is no agency Nobody.",
                "The row is passed over. There is no agency Nobody.",
            ],
            unknown.Warnings.Where(w => w.Column == "agency").Select(w => w.Reason)
        );
    }

    private static async Task<IEnumerable<string>> PeriodsAsync(string text, params (string, string)[] answers)
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Figures}\nSSA,\"{text}\",1,1,1,1,1\n",
            With(answers)
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        return (await db.ComplaintMetrics.ToListAsync()).Select(m => $"{m.Covers} {m.Month}");
    }
}
