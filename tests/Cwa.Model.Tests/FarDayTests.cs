namespace Cwa.Model.Tests;

public sealed class FarDayTests
{
    private static readonly DateOnly Today = new(1998, 11, 16);

    [Theory]
    [InlineData(1947)]
    [InlineData(2049)]
    public void A_day_of_more_than_fifty_years_ago_or_ahead_is_odd(int year) =>
        Assert.Equal(
            $"{year}-05-04 is more than 50 years from today. Check the year.",
            FarDay.Warning(new(year, 5, 4), Today)
        );

    [Theory]
    [InlineData(1948)]
    [InlineData(1998)]
    [InlineData(2048)]
    public void A_day_within_fifty_years_is_not(int year) => Assert.Null(FarDay.Warning(new(year, 5, 4), Today));
}
