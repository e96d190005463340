namespace Cwa.Model.Tests;

public sealed class ImportErrorsTests
{
    private readonly ImportErrors _errors = new();

    [Fact]
    public void A_thousand_of_each_are_kept_and_all_are_counted()
    {
        for (var line = 1; line <= 1001; line++)
        {
            _errors.Add(line, "month", "Wrong.");
            _errors.Warn(new(line, "month", "Odd."));
        }

        var result = _errors.Result(rows: 1001);

        Assert.Equal((1001, 1000, 1001), (result.ErrorCount, result.Errors.Count, result.WrongRows));
        Assert.Equal((1001, 1000), (result.WarningCount, result.Warnings.Count));
    }

    [Fact]
    public void They_are_told_by_line()
    {
        _errors.Add(3, "month", "Wrong.");
        _errors.Add(2, "agency", "Wrong.");
        _errors.Warn(new(5, "month", "Odd."));
        _errors.Warn(new(4, "month", "Odd."));

        var result = _errors.Result(rows: 7);

        Assert.Equal([2, 3], result.Errors.Select(error => error.Line));
        Assert.Equal([4, 5], result.Warnings.Select(warning => warning.Line));
        Assert.Equal(
            (7, 0, 0, 0, false),
            (result.Rows, result.Inserted, result.Updated, result.Unchanged, result.Committed)
        );
    }

    [Fact]
    public void What_is_wrong_with_the_file_makes_no_row_wrong_and_what_is_odd_makes_nothing_wrong()
    {
        _errors.Warn(new(2, "month", "Odd."));
        Assert.False(_errors.Any);

        _errors.AddToFile(1, "", "Wrong.");

        Assert.True(_errors.Any);
        Assert.Equal((0, 1), (_errors.Result(rows: 0).WrongRows, _errors.Result(rows: 0).ErrorCount));
    }

    [Fact]
    public void A_check_of_a_row_tells_of_the_column_and_is_good_while_its_own_row_is()
    {
        _errors.Add(1, "month", "Wrong.");
        var check = _errors.CheckOf(2, EventRow.ColumnOf);
        Assert.True(check.IsGood);

        check.Refuse(new TextMissing(), "coHostIds", "3");
        check.Warn("Odd.", "expectedReach");
        check.Refuse(new TextMissing());

        Assert.False(check.IsGood);
        Assert.Equal(["month", "co_hosts", ""], _errors.Result(rows: 2).Errors.Select(error => error.Column));
        Assert.Equal("expected_reach", Assert.Single(_errors.Result(rows: 2).Warnings).Column);
        Assert.Equal(
            ("id", "starts_on", "title"),
            (EventRow.ColumnOf("eventId"), EventRow.ColumnOf("startsOn"), EventRow.ColumnOf("title"))
        );
    }
}
