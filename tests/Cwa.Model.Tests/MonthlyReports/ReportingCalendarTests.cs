namespace Cwa.Model.Tests;

public sealed class ReportingCalendarTests
{
    private static readonly ReportingCalendar Calendar = new();

    [Theory]
    [InlineData("1998-03", "1998-03-16")]
    [InlineData("1998-04", "1998-03-31")]
    [InlineData("1999-03", "1999-02-28")]
    [InlineData("0001-01", "0001-01-01")]
    public void A_report_is_due_on_the_last_day_of_the_month_before_and_the_first_one_on_16_March(
        string month,
        string dueOn
    ) => Assert.Equal(DateOnly.ParseExact(dueOn, "yyyy-MM-dd"), Calendar.DueOn(ReportMonth.Parse(month)));

    [Fact]
    public void NPR_may_set_another_day()
    {
        var calendar = new ReportingCalendar(
            new Dictionary<ReportMonth, DateOnly> { [new(1998, 4)] = new(1998, 4, 3) }
        );

        Assert.Equal(new(1998, 4, 3), calendar.DueOn(new(1998, 4)));
        Assert.Equal(new(1998, 4, 30), calendar.DueOn(new(1998, 5)));
    }

    [Theory]
    [InlineData("1998-03-03", "1998-03", "1998-03-16")]
    [InlineData("1998-07-15", "1998-07", "1998-07-28")]
    [InlineData("1998-07-15", "1998-08", "1998-07-31")]
    [InlineData("1998-07-25", "1998-08", "1998-07-31")]
    [InlineData("1998-07-31", "1998-08", "1998-07-31")]
    [InlineData("1998-08-01", "1998-08", "1998-08-14")]
    public void An_agency_founded_after_a_due_day_has_thirteen_days_as_all_agencies_had_in_1998(
        string began,
        string month,
        string dueOn
    ) =>
        Assert.Equal(
            DateOnly.ParseExact(dueOn, "yyyy-MM-dd"),
            Calendar.DueOn(ReportMonth.Parse(month), Samples.Agency(began: DateOnly.ParseExact(began, "yyyy-MM-dd")))
        );

    [Theory]
    [InlineData("1789-09-15", "1998-03-16")]
    [InlineData("1998-03-04", "1998-03-17")]
    public void The_first_due_day_is_16_March_or_thirteen_days_after_the_agency_began(string began, string dueOn) =>
        Assert.Equal(
            DateOnly.ParseExact(dueOn, "yyyy-MM-dd"),
            ReportingCalendar.FirstDueDayOf(Samples.Agency(began: DateOnly.ParseExact(began, "yyyy-MM-dd")))
        );

    [Theory]
    [InlineData(9, 9, "1998-06 1998-07 1998-08")]
    [InlineData(9, 10, "1998-05 1998-06 1998-07 1998-08")]
    [InlineData(10, 11, "1998-05 1998-06 1998-07 1998-08")]
    [InlineData(11, 11, "1998-06 1998-07 1998-08")]
    public void A_due_day_that_was_set_works_like_the_usual_ones(int from, int through, string months)
    {
        var calendar = new ReportingCalendar(
            new Dictionary<ReportMonth, DateOnly> { [new(1998, 5)] = new(1998, 7, 10) }
        );

        Assert.Equal(months, string.Join(' ', calendar.MonthsDue(new(1998, 7, from), new(1998, 7, through))));
    }
}
