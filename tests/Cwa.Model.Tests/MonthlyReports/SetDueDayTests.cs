using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class SetDueDayTests
{
    private readonly Desk _desk = new(new(1998, 4, 20));

    [Fact]
    public async Task A_due_day_is_set_for_all_agencies_and_moved()
    {
        var month = new ReportMonth(2001, 5);

        var set = await SetAsync(month, new(2001, 4, 20));
        var moved = await SetAsync(month, new(2001, 4, 25));

        Assert.Equal((month, new DateOnly(2001, 4, 20)), (set.Record.Month, set.Record.DueOn));
        Assert.Equal((set.Record.Id, new DateOnly(2001, 4, 25)), (moved.Record.Id, moved.Record.DueOn));
        Assert.Equal([(FeedKind.DueDaySet, null, set.Record.Id)], moved.Announced);
        Assert.Empty(set.Warned);
        Assert.Equal(1, await _desk.ReadAsync(db => db.DueDays.CountAsync(d => d.Month == month)));
    }

    [Theory]
    [InlineData("1998-02", false)]
    [InlineData("1998-03", true)]
    public async Task Reports_begin_with_the_memorandums_month(string month, bool taken)
    {
        var done = await SetAsync(ReportMonth.Parse(month), new(1998, 3, 20), validateOnly: true);

        Assert.Equal(
            taken ? [] : ["input.month NoReportsOfMonth: Reports begin with 1998-03. Give that month or a later one."],
            done.Refused
        );
    }

    [Theory]
    [InlineData("1998-06", "1998-04-19", "This day is over: reports that have not come are late or overdue at once.")]
    [InlineData("1998-06", "1998-04-20", null)]
    [InlineData("1998-06", "1998-06-30", null)]
    [InlineData("1998-06", "1998-07-01", "This day is after 1998-06, but a report announces events in advance.")]
    [InlineData("1998-09", "1998-06-01", null)]
    [InlineData("1998-09", "1998-05-31", "This day is more than three months before 1998-09 begins.")]
    public async Task A_day_that_is_over_or_far_from_its_month_is_odd(string month, string day, string? odd)
    {
        var done = await SetAsync(ReportMonth.Parse(month), Case.Day(day), validateOnly: true);

        Assert.Equal(odd is null ? [] : [$"input.dueOn: {odd}"], done.Warned);
        Assert.Empty(done.Refused);
    }

    [Fact]
    public async Task A_day_before_the_memorandum_is_odd_for_that_alone()
    {
        const string over = "input.dueOn: This day is over: reports that have not come are late or overdue at once.";

        var before = await SetAsync(new(1998, 9), new(1998, 3, 2), validateOnly: true);
        var first = await SetAsync(new(1998, 9), new(1998, 3, 3), validateOnly: true);

        Assert.Equal([over, "input.dueOn: This day is before the memorandum."], before.Warned);
        Assert.Equal([over, "input.dueOn: This day is more than three months before 1998-09 begins."], first.Warned);
    }

    private Task<Done<DueDay>> SetAsync(ReportMonth month, DateOnly dueOn, bool validateOnly = false) =>
        _desk.Administrator.DoAsync(
            new SetDueDay
            {
                Month = month,
                DueOn = dueOn,
                ValidateOnly = validateOnly,
            }
        );
}
