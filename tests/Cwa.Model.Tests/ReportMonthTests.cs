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
    public void A_month_reads_what_it_prints() => Months.Sample(month => ReportMonth.Parse(month.ToString()) == month);

    [Fact]
    public void Months_follow_each_other() =>
        Months.Sample(month =>
            month.Next > month && month.Next.Previous == month && month.LastDay.AddDays(1) == month.Next.FirstDay
        );

    [Fact]
    public void Months_sort_like_their_numbers_and_like_their_texts() =>
        Gen.Select(Months, Months)
            .Sample(
                (one, other) =>
                    Math.Sign(one.CompareTo(other)) == Math.Sign(one.Number.CompareTo(other.Number))
                    && Math.Sign(one.CompareTo(other))
                        == Math.Sign(string.CompareOrdinal(one.ToString(), other.ToString()))
            );

    [Fact]
    public void Months_compare_as_they_sort() =>
        Gen.Select(Months, Months)
            .Sample(
                (one, other) =>
                    (one < other, one <= other, one > other, one >= other)
                        == (one.Number < other.Number, !(one > other), one.Number > other.Number, !(one < other))
                    && one <= ReportMonth.FromNumber(one.Number)
                    && one >= ReportMonth.FromNumber(one.Number)
            );

    [Fact]
    public void Every_month_has_its_own_number() =>
        Months.Sample(month => ReportMonth.FromNumber(month.Number) == month);

    [Fact]
    public void Adding_months_and_counting_them_are_inverse()
    {
        Gen.Select(Months, Months).Sample((one, other) => one.Plus(one.MonthsUntil(other)) == other);
        Assert.Equal(-15, new ReportMonth(1998, 4).MonthsUntil(new(1997, 1)));
    }

    [Theory]
    [InlineData("9999-12", 1, "9999-12")]
    [InlineData("9999-11", 1, "9999-12")]
    [InlineData("1998-04", int.MaxValue, "9999-12")]
    [InlineData("0001-01", -1, "0001-01")]
    [InlineData("0001-02", -1, "0001-01")]
    [InlineData("1998-04", int.MinValue, "0001-01")]
    [InlineData("1998-12", 1, "1999-01")]
    [InlineData("1998-01", -1, "1997-12")]
    public void A_step_by_months_stops_where_the_calendar_does(string month, int months, string reached) =>
        Assert.Equal(ReportMonth.Parse(reached), ReportMonth.Parse(month).Plus(months));

    [Fact]
    public void A_month_is_read_alike_where_any_value_is_read()
    {
        Assert.Equal(Samples.April, Read<ReportMonth>("1998-04"));
        Assert.Throws<FormatException>(() => Read<ReportMonth>("1998-4"));
        Assert.True(IsOne<ReportMonth>("1998-04"));
        Assert.False(IsOne<ReportMonth>("1998-4"));

        static T Read<T>(string text)
            where T : IParsable<T> => T.Parse(text, null);

        static bool IsOne<T>(string text)
            where T : IParsable<T> => T.TryParse(text, null, out _);
    }

    [Fact]
    public void What_cannot_be_read_says_what_a_month_is() =>
        Assert.Equal(
            "'April' is not a month such as 1998-04.",
            Assert.Throws<FormatException>(() => ReportMonth.Parse("April")).Message
        );

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9999, 12)]
    public void The_calendars_first_and_last_month_are_months(int year, int month) =>
        Assert.Equal((year, month), (new ReportMonth(year, month).Year, new ReportMonth(year, month).Month));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(10_000, 4)]
    [InlineData(1998, 0)]
    [InlineData(1998, 13)]
    public void Impossible_months_are_refused(int year, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportMonth(year, month));

    [Fact]
    public void Months_end_with_the_last_of_the_calendar()
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
    public void Only_text_like_1998_04_is_a_month(string? text) => Assert.False(ReportMonth.TryParse(text, out _));

    [Theory]
    [InlineData("1998-03-30", "1998-05-02", true)]
    [InlineData("1998-03-30", "1998-04-01", true)]
    [InlineData("1998-04-30", "1998-05-02", true)]
    [InlineData("1998-03-01", "1998-03-31", false)]
    [InlineData("1998-05-01", "1998-05-02", false)]
    public void A_month_overlaps_days_of_which_one_is_in_it(string from, string to, bool touched) =>
        Assert.Equal(touched, new ReportMonth(1998, 4).Touches(Day(from), Day(to)));

    [Fact]
    public void A_month_contains_only_its_days()
    {
        var february = new ReportMonth(2000, 2);

        Assert.True(february.Contains(new(2000, 2, 29)));
        Assert.False(february.Contains(new(2000, 3, 1)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
