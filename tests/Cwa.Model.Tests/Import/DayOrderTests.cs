using static Cwa.Model.Tests.DirtyFile;
using static Cwa.Model.Tests.ImportDatabase;

namespace Cwa.Model.Tests;

/// <summary>Whether the month or the day is first in a file's days.</summary>
public sealed class DayOrderTests
{
    [Fact]
    public async Task Days_with_the_day_first_are_known_by_one_over_twelve_in_any_column()
    {
        await using var database = await DatabaseAsync();
        var file = $"{Events},Last day\n{Event("SSA", "1998-05", "4/5/1998")},13/5/1998\n";

        var result = await database.ImportAsync("events", file);

        Assert.Empty(result.Errors);
        Assert.DoesNotContain(result.Warnings, warning => warning.Column == "starts_on");
    }

    [Fact]
    public async Task Where_nothing_tells_the_month_is_first_with_one_warning_and_an_option_to_overrule_it()
    {
        await using var database = await DatabaseAsync();
        var file = $"{Events}\n{Event("SSA", "1998-04", "4/5/1998")}\n{Event("VA", "1998-04", "4/6/1998")}\n";

        var answered = await database.ImportAsync("events", file, With(("dateOrder", "DMY")));
        var supposed = await database.ImportAsync("events", file);

        Assert.Equal(2, supposed.Inserted);
        var warning = Assert.Single(supposed.Warnings, warning => warning.Column == "starts_on");
        Assert.Equal(
            "Nothing tells whether the month or the day is first in '4/5/1998' and other days of this column. They are "
                + "read with the month first. If the day is first, send the file with dateOrder=DMY.",
            warning.Reason
        );
        Assert.Equal("dateOrder", warning.Question!.Option);
        Assert.Equal(["starts_on", "starts_on"], answered.Errors.Select(error => error.Column));
    }

    [Fact]
    public async Task A_column_that_contradicts_itself_is_asked_about_once()
    {
        await using var database = await DatabaseAsync();
        var file =
            $"{Events}\n{Event("SSA", "1998-04", "4/21/1998")}\n{Event("VA", "1998-04", "22/4/1998")}\n"
            + $"{Event("ED", "1998-04", "4/5/1998")}\n{Event("HHS", "1998-04", "4/6/1998")}\n";

        var asked = await database.ImportAsync("events", file);
        var answered = await database.ImportAsync("events", file, With(("dateOrder", "MDY")));

        var error = Assert.Single(asked.Errors);
        Assert.Equal((4, "starts_on", "dateOrder"), (error.Line, error.Column, error.Question!.Option));
        Assert.Equal(["MDY", "DMY"], error.Question.Choices.Select(choice => choice.Value));
        Assert.EndsWith("The same holds for another row.", error.Reason, StringComparison.Ordinal);
        Assert.Equal(2, asked.WrongRows);
        Assert.Equal(4, answered.Inserted);
    }
}
