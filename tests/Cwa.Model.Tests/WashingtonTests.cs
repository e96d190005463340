namespace Cwa.Model.Tests;

public sealed class WashingtonTests
{
    [Theory]
    [InlineData("1998-03-17T04:59:59Z", "1998-03-16")]
    [InlineData("1998-03-17T05:00:00Z", "1998-03-17")]
    [InlineData("1998-07-17T03:59:59Z", "1998-07-16")]
    [InlineData("1998-07-17T04:00:00Z", "1998-07-17")]
    public void An_instant_is_of_the_day_that_it_is_in_Washington(string instant, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), Washington.DateOf(Utc(instant)));

    [Theory]
    [InlineData("1998-03-16", "1998-03-17T05:00:00Z")]
    [InlineData("1998-04-05", "1998-04-06T04:00:00Z")]
    [InlineData("1998-10-25", "1998-10-26T05:00:00Z")]
    public void A_day_is_over_when_the_next_begins_in_Washington(string day, string instant) =>
        Assert.Equal(Utc(instant), Washington.EndOf(DateOnly.ParseExact(day, "yyyy-MM-dd")));

    [Fact]
    public void The_calendars_last_day_ends_with_time_itself()
    {
        var end = Washington.EndOf(DateOnly.MaxValue);

        Assert.Equal((DateTime.MaxValue, DateTimeKind.Utc), (end, end.Kind));
    }

    [Theory]
    [InlineData(1, 59, "1998-04-05T06:59:00Z")]
    [InlineData(2, 0, "1998-04-05T07:00:00Z")]
    [InlineData(2, 30, "1998-04-05T07:30:00Z")]
    [InlineData(3, 30, "1998-04-05T07:30:00Z")]
    public void In_the_hour_that_spring_skips_it_is_an_hour_later(int hour, int minute, string instant) =>
        Assert.Equal(Utc(instant), Washington.At(new(1998, 4, 5), new(hour, minute)));

    [Fact]
    public void An_instant_that_is_not_said_to_be_UTC_is_of_no_day() =>
        Assert.Throws<ArgumentException>(() => Washington.DateOf(new(1998, 3, 17, 5, 0, 0, DateTimeKind.Unspecified)));

    private static DateTime Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
