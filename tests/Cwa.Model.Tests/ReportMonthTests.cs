using CsCheck;

namespace Cwa.Model.Tests;

public sealed class ReportMonthTests
{
    private static readonly Gen<ReportMonth> Months = Gen.Select(
        Gen.Int[1900, 2100],
        Gen.Int[1, 12],
        (year, month) => new ReportMonth(year, month)
    );

    [Fact]
    public void What_a_month_prints_it_reads() => Months.Sample(month => ReportMonth.Parse(month.ToString()) == month);

    [Fact]
    public void Months_follow_each_other() =>
        Months.Sample(month =>
            month.Next > month && month.Next.Previous == month && month.LastDay.AddDays(1) == month.Next.FirstDay
        );

    [Fact]
    public void Months_order_as_their_numbers_and_their_texts_do() =>
        Gen.Select(Months, Months)
            .Sample(
                (one, other) =>
                    Math.Sign(one.CompareTo(other)) == Math.Sign(one.Number.CompareTo(other.Number))
                    && Math.Sign(one.CompareTo(other))
                        == Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString()))
            );

    [Fact]
    public void Months_go_through_the_last_of_the_calendar_and_no_further()
    {
        Assert.Equal(
            ["9999-11", "9999-12"],
            new ReportMonth(9999, 11).Through(new(9999, 12)).Select(month => month.ToString())
        );
        Assert.Single(Samples.April.Through(Samples.April));
        Assert.Empty(Samples.April.Next.Through(Samples.April));
    }

    [Theory]
    [InlineData("1998-13")]
    [InlineData("1998-4")]
    [InlineData("April 1998")]
    [InlineData("1998-04-01")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_looser_than_1998_04_is_a_month(string? text) => Assert.False(ReportMonth.TryParse(text, out _));

    [Fact]
    public void A_month_is_touched_by_days_that_begin_before_and_end_after_it() =>
        Assert.True(new ReportMonth(1998, 4).Touches(new(1998, 3, 30), new(1998, 5, 2)));

    [Fact]
    public void A_month_contains_its_days_only()
    {
        var february = new ReportMonth(2000, 2);

        Assert.True(february.Contains(new(2000, 2, 29)));
        Assert.False(february.Contains(new(2000, 3, 1)));
    }
}
