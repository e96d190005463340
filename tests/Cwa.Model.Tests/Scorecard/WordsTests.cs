namespace Cwa.Model.Tests;

/// <summary>How reasons write days, months and numbers.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("", "no month")]
    [InlineData("1998-03", "March 1998")]
    [InlineData("1998-03 1998-04", "March 1998 and April 1998")]
    [InlineData("1998-03 1998-04 1998-06", "March 1998, April 1998 and 1 more")]
    [InlineData("1998-03 1998-04 1998-06 1998-07", "March 1998, April 1998 and 2 more")]
    public void Two_months_are_named_and_more_are_counted(string months, string said) =>
        Assert.Equal(
            said,
            Words.Months([.. months.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReportMonth.Parse)])
        );

    [Theory]
    [InlineData(0, "0 reports")]
    [InlineData(1, "1 report")]
    [InlineData(2, "2 reports")]
    [InlineData(1240, "1,240 reports")]
    public void One_thing_is_one_and_others_are_many(long number, string said) =>
        Assert.Equal(said, Words.Count(number, "report"));

    [Theory]
    [InlineData(1, "the only report")]
    [InlineData(2, "each of 2 reports")]
    public void Each_of_one_thing_is_the_only_one(long number, string said) =>
        Assert.Equal(said, Words.Each(number, "report"));

    [Theory]
    [InlineData(0, 0, "0 percent")]
    [InlineData(0, 3, "0 percent")]
    [InlineData(2, 3, "66 percent")]
    [InlineData(999, 1000, "99 percent")]
    [InlineData(3, 3, "100 percent")]
    [InlineData(Counts.Largest, Counts.Largest, "100 percent")]
    public void A_share_is_a_hundred_percent_only_when_it_is_the_whole(long part, long whole, string said) =>
        Assert.Equal(said, Words.Percent(part, whole));

    [Fact]
    public void A_day_is_written_out_and_an_instant_is_its_day_in_Washington() =>
        Assert.Equal(
            ("16 March 1998", "16 March 1998"),
            (Words.Day(new DateOnly(1998, 3, 16)), Words.Day(Case.At("1998-03-17T03:30:00Z")))
        );
}
