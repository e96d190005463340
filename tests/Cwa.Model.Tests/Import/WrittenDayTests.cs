using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>Days and months as people write them.</summary>
public sealed class WrittenDayTests
{
    private static readonly DateOnly Today = new(1998, 11, 16);

    [Theory]
    [InlineData("1998-04-21")]
    [InlineData("1998/4/21")]
    [InlineData("4/21/1998")]
    [InlineData("04/21/98")]
    [InlineData("21/4/1998")]
    [InlineData("21.4.98")]
    [InlineData("4-21-98")]
    [InlineData("21-Apr-98")]
    [InlineData("April 21, 1998")]
    [InlineData("Apr. 21, 1998")]
    [InlineData("21 april 1998")]
    [InlineData("Tuesday, April 21st, 1998")]
    [InlineData("Tue 21 Apr 1998")]
    [InlineData("1998-04-21 00:00:00")]
    [InlineData("1998-04-21T14:00:00Z")]
    [InlineData("4/21/1998 2:30 PM")]
    public void A_day_is_read_in_many_forms(string text)
    {
        Assert.True(WrittenDay.TryDay(text, DateOrder.MDY, Today, out var day));
        Assert.Equal(new(1998, 4, 21), day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("April")]
    [InlineData("April 1998")]
    [InlineData("4/1998")]
    [InlineData("2/30/1998")]
    [InlineData("31/31/1998")]
    [InlineData("4/21-1998")]
    [InlineData("4/21/998")]
    [InlineData("35906")]
    [InlineData("1998-13-01")]
    [InlineData("Ap 21, 1998")]
    [InlineData("April 21 to 23, 1998")]
    [InlineData("0/0/0000")]
    public void What_is_no_day_is_not_guessed(string text) =>
        Assert.False(WrittenDay.TryDay(text, DateOrder.MDY, Today, out _));

    [Theory]
    [InlineData("98", 1998)]
    [InlineData("99", 1999)]
    [InlineData("00", 2000)]
    [InlineData("18", 2018)]
    [InlineData("19", 1919)]
    public void A_year_of_two_figures_is_at_most_twenty_years_ahead(string year, int expected)
    {
        Assert.True(WrittenDay.TryDay($"4/21/{year}", DateOrder.MDY, Today, out var day));
        Assert.Equal(expected, day.Year);
    }

    [Fact]
    public void In_the_next_century_98_is_1998_all_the_same()
    {
        Assert.True(WrittenDay.TryDay("4/21/98", DateOrder.MDY, new(2024, 1, 31), out var day));
        Assert.Equal(1998, day.Year);
    }

    [Theory]
    [InlineData("1998-04")]
    [InlineData("1998-4")]
    [InlineData("199804")]
    [InlineData("4/1998")]
    [InlineData("04/98")]
    [InlineData("Apr-98")]
    [InlineData("April 1998")]
    [InlineData("1998 April")]
    [InlineData("4/1/1998")]
    [InlineData("1998-04-01 00:00:00")]
    public void A_month_is_read_in_many_forms(string text)
    {
        Assert.True(WrittenDay.TryMonth(text, DateOrder.MDY, Today, out var first));
        Assert.Equal(new(1998, 4, 1), first);
    }

    [Theory]
    [InlineData("1998-13")]
    [InlineData("April")]
    [InlineData("13/1998")]
    [InlineData("1998")]
    public void What_is_no_month_is_not_guessed(string text) =>
        Assert.False(WrittenDay.TryMonth(text, DateOrder.MDY, Today, out _));

    [Theory]
    [InlineData("4/5/1998", true, true)]
    [InlineData("4/21/1998", true, false)]
    [InlineData("21/4/1998", false, true)]
    [InlineData("5/5/1998", false, false)]
    [InlineData("1998-04-05", false, false)]
    [InlineData("5-Apr-98", false, false)]
    public void Only_figures_can_be_read_in_two_orders(string text, bool monthFirst, bool dayFirst) =>
        Assert.Equal((monthFirst, dayFirst), WrittenDay.OrdersOf(text));

    [Fact]
    public void Any_day_written_in_an_order_is_read_as_that_day() =>
        Gen.Select(Gen.Int[0, 36_000], Gen.Bool)
            .Sample(
                (days, monthFirst) =>
                {
                    var day = new DateOnly(1920, 1, 1).AddDays(days);
                    var (text, order) = monthFirst
                        ? ($"{day.Month}/{day.Day}/{day.Year}", DateOrder.MDY)
                        : ($"{day.Day}.{day.Month}.{day.Year}", DateOrder.DMY);

                    Assert.True(WrittenDay.TryDay(text, order, Today, out var read));
                    Assert.Equal(day, read);
                }
            );
}
