namespace Cwa.Model.Tests;

/// <summary>
/// When complaints have come back. The change takes effect on 15 June 1998, after months with 100 complaints each, and
/// is measured on 10 October: July to September have 50 each.
/// </summary>
public sealed class ReturnedComplaintsTests
{
    private static readonly DateOnly ChangedOn = new(1998, 6, 15);
    private static readonly DateOnly VerifiedOn = new(1998, 10, 10);

    [Fact]
    public void Complaints_return_when_each_month_loses_half_of_what_was_won()
    {
        var returned = Judge(75, 80, 82);

        Assert.Equal(
            new ReturnedComplaints
            {
                PerMonthBefore = 100,
                PerMonthSolved = 50,
                PerMonthSince = 79,
                From = new(1998, 10),
                To = new(1998, 12),
            },
            returned
        );
    }

    [Fact]
    public void One_month_below_half_is_enough_that_they_did_not() => Assert.Null(Judge(100, 100, 74));

    [Fact]
    public void Only_the_last_three_months_count()
    {
        Assert.Null(Judge(100, 100, 100, 50, 50, 50));
        Assert.Equal(new ReportMonth(1999, 1), Judge(50, 50, 50, 90, 90, 90)!.From);
    }

    [Fact]
    public void Two_months_are_enough_and_one_is_not()
    {
        Assert.NotNull(Judge(100, 100));
        Assert.Null(Judge(100));
        Assert.Equal(100, Judge(100, null, 100)!.PerMonthSince);
        Assert.Null(Judge(null, null, 100));
    }

    [Fact]
    public void Without_months_before_a_quarter_more_has_to_come()
    {
        Assert.Null(With(before: null, solved: 100, 124, 200, 200));
        var returned = With(before: null, solved: 100, 125, 125, 125);
        Assert.NotNull(returned);
        Assert.Null(returned.PerMonthBefore);
    }

    [Fact]
    public void A_change_that_left_the_number_of_complaints_as_it_was_is_judged_by_a_quarter_too() =>
        Assert.Null(With(before: 100, solved: 100, 120, 120, 120));

    [Fact]
    public void Ten_complaints_more_are_the_least_that_counts()
    {
        // Three expected: nine more are far from chance, but few.
        Assert.Null(With(before: 6, solved: 1, 4, 4, 4));
        Assert.NotNull(With(before: 6, solved: 1, 4, 4, 5));
    }

    [Fact]
    public void What_chance_explains_is_no_return()
    {
        // Expected 60; the deviation of the difference is √(60 × 2), and three of them are 32.9.
        Assert.Null(With(before: 30, solved: 20, 30, 31, 31));
        Assert.NotNull(With(before: 30, solved: 20, 31, 31, 31));
    }

    [Fact]
    public void A_change_measured_at_once_still_has_three_months_to_be_compared_with()
    {
        var received = Received(100, 50, 90, 90, 90);
        received.Remove(new(1998, 6));

        var returned = ReturnedComplaints.Judge(new(1998, 7, 1), new(1998, 7, 1), new(1998, 12), received);

        Assert.Equal((50, new ReportMonth(1998, 10)), (returned!.PerMonthSolved, returned.From));
        Assert.Null(ReturnedComplaints.Judge(new(1998, 7, 1), new(1998, 7, 1), new(1998, 9), received));
    }

    private static ReturnedComplaints? Judge(params long?[] since) => With(before: 100, solved: 50, since);

    private static ReturnedComplaints? With(long? before, long solved, params long?[] since) =>
        ReturnedComplaints.Judge(
            ChangedOn,
            VerifiedOn,
            new ReportMonth(1998, 9).Plus(since.Length),
            Received(before, solved, since)
        );

    // The month of the change itself has many, which count on neither side.
    private static Dictionary<ReportMonth, long> Received(long? before, long solved, params long?[] since)
    {
        var received = new Dictionary<ReportMonth, long> { [new(1998, 6)] = 999 };
        foreach (var month in new ReportMonth(1998, 3).Through(new(1998, 5)))
        {
            if (before is { } number)
                received[month] = number;
        }

        foreach (var month in new ReportMonth(1998, 7).Through(new(1998, 9)))
            received[month] = solved;
        foreach (var (index, number) in since.Index())
        {
            if (number is { } told)
                received[new ReportMonth(1998, 10).Plus(index)] = told;
        }

        return received;
    }
}
