namespace Cwa.Model.Tests;

public sealed class DayStepsTests
{
    [Theory]
    [InlineData("1998-03-03", 1, "1998-03-04")]
    [InlineData("1998-03-03", -3, "1998-02-28")]
    [InlineData("1998-03-03", 0, "1998-03-03")]
    [InlineData("9999-12-30", 1, "9999-12-31")]
    [InlineData("9999-12-31", 1, "9999-12-31")]
    [InlineData("9999-12-31", int.MaxValue, "9999-12-31")]
    [InlineData("0001-01-02", -1, "0001-01-01")]
    [InlineData("0001-01-01", -1, "0001-01-01")]
    [InlineData("0001-01-01", int.MinValue, "0001-01-01")]
    public void A_step_by_days_stops_where_the_calendar_does(string day, int days, string reached) =>
        Assert.Equal(Day(reached), Day(day).Plus(days));

    [Theory]
    [InlineData("1998-01-31", 1, "1998-02-28")]
    [InlineData("1998-04-15", -4, "1997-12-15")]
    [InlineData("1998-04-15", 0, "1998-04-15")]
    [InlineData("9999-11-30", 1, "9999-12-30")]
    [InlineData("9999-12-05", 0, "9999-12-05")]
    [InlineData("9999-12-05", 1, "9999-12-31")]
    [InlineData("1998-04-15", int.MaxValue, "9999-12-31")]
    [InlineData("0001-02-28", -1, "0001-01-28")]
    [InlineData("0001-01-05", 0, "0001-01-05")]
    [InlineData("0001-01-05", -1, "0001-01-01")]
    [InlineData("1998-04-15", int.MinValue, "0001-01-01")]
    public void A_step_by_months_stops_where_the_calendar_does(string day, int months, string reached) =>
        Assert.Equal(Day(reached), Day(day).PlusMonths(months));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
