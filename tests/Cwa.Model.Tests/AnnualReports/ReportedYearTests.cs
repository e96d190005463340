namespace Cwa.Model.Tests;

public sealed class ReportedYearTests
{
    [Theory]
    [InlineData(YearBasis.Fiscal, "1997-10-01", "1998-09-30")]
    [InlineData(YearBasis.Calendar, "1998-01-01", "1998-12-31")]
    public void A_year_begins_and_ends_by_its_basis(YearBasis basis, string first, string last)
    {
        var year = new ReportedYear(1998, basis);

        Assert.Equal(
            (DateOnly.ParseExact(first, "yyyy-MM-dd"), DateOnly.ParseExact(last, "yyyy-MM-dd")),
            (year.FirstDay, year.LastDay)
        );
    }

    [Theory]
    [InlineData("1998-09-30", 1998)]
    [InlineData("1998-10-01", 1999)]
    [InlineData("9999-12-31", 10000)]
    public void A_day_belongs_to_the_fiscal_year_that_ends_next(string day, int year) =>
        Assert.Equal(
            new ReportedYear(year, YearBasis.Fiscal),
            ReportedYear.FiscalOf(DateOnly.ParseExact(day, "yyyy-MM-dd"))
        );

    [Fact]
    public void A_year_is_told_with_its_basis()
    {
        Assert.Equal("fiscal year 1998", new ReportedYear(1998, YearBasis.Fiscal).ToString());
        Assert.Equal("calendar year 1998", new ReportedYear(1998, YearBasis.Calendar).ToString());
    }
}
