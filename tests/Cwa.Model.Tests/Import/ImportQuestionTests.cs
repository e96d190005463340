using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.DirtyFile;
using static Cwa.Model.Tests.ImportDatabase;

namespace Cwa.Model.Tests;

/// <summary>What a file leaves open is asked once, and answered by an option.</summary>
public sealed class ImportQuestionTests
{
    private const string Figures = "agency,month,pending_start,received,resolved,pending_end,median_days";

    [Fact]
    public async Task A_name_of_two_successors_is_asked_once_for_all_rows()
    {
        await using var database = await DatabaseAsync();
        var file = $"{Figures}\nHEW,1998-04,1,1,1,1,1\nhew,1998-05,1,1,1,1,1\nHEW,1998-06,1,1,1,1,1\n";

        var asked = await database.ImportAsync("complaint-metrics", file);
        var answered = await database.ImportAsync("complaint-metrics", file, With(("agency.HEW", "HHS")));

        Assert.Equal((1, 3), (asked.ErrorCount, asked.WrongRows));
        Assert.StartsWith(
            "HEW became HHS (Department of Health and Human Services) or ED (Department of Education) in 1980. "
                + "Say which one is meant: send the file again with agency.HEW=HHS or another of them.",
            asked.Errors[0].Reason,
            StringComparison.Ordinal
        );
        Assert.Equal("agency.HEW", asked.Errors[0].Question!.Option);
        Assert.Equal(["HHS", "ED"], asked.Errors[0].Question!.Choices.Select(choice => choice.Value));
        Assert.Equal(3, answered.Inserted);
    }

    [Fact]
    public async Task A_former_name_with_one_successor_is_understood_and_told()
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Figures}\nVeterans Administration,1998-04,1,1,1,1,1\nVeterans Administration,1998-05,1,1,1,1,1\n"
        );

        Assert.Equal(2, result.Inserted);
        Assert.Equal(
            new(2, "agency", "Veterans Administration is read as VA, its successor since 1989."),
            Assert.Single(result.Warnings, warning => warning.Column == "agency")
        );
    }

    [Theory]
    [InlineData("DVA", "VA")]
    [InlineData("SAA", "SSA")]
    [InlineData("Social Securty Adminstration", "SSA")]
    [InlineData("Veterans Affairs", "VA")]
    public async Task An_unknown_agency_is_told_with_the_nearest(string name, string nearest)
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync("complaint-metrics", $"{Figures}\n{name},1998-04,1,1,1,1,1\n");

        var error = Assert.Single(result.Errors);
        Assert.StartsWith($"There is no agency {name}. Perhaps {nearest} (", error.Reason, StringComparison.Ordinal);
        Assert.Equal(nearest, error.Question!.Choices[0].Value);
    }

    [Fact]
    public async Task A_year_in_a_clerks_words_asks_only_which_year_it_is_and_why_there_is_no_median()
    {
        await using var database = await DatabaseAsync();
        const string File =
            "Our complaints;;;;;\nBureau;Fiscal year;Open at start;Received;Closed;Open at end of year\n"
            + "SSA;1996;120;4,800;4,700;220\n";

        var first = await database.ImportAsync("complaint-metrics", File);
        var second = await database.ImportAsync(
            "complaint-metrics",
            File,
            With(("value.median_days", "NOT_COLLECTED"))
        );
        var stored = await database.ImportAsync(
            "complaint-metrics",
            File,
            With(("value.median_days", "NOT_COLLECTED"), ("years", "FISCAL"))
        );

        var question = Assert.Single(first.Errors).Question!;
        Assert.Equal("value.median_days", question.Option);
        Assert.Contains("NOT_COLLECTED", question.Choices.Select(choice => choice.Value));
        Assert.Equal("years", Assert.Single(second.Errors).Question!.Option);
        Assert.Empty(stored.Errors);
        Assert.Equal(1, stored.Inserted);
    }

    [Fact]
    public async Task Of_two_columns_one_that_is_known_is_enough_to_ask_about_the_other()
    {
        await using var database = await DatabaseAsync();

        var asked = await database.ImportAsync(
            "events",
            "Our April\n\nWhen;How it went\n4/16/98;We asked what people want to know.\n",
            With(("value.agency", "SSA"))
        );
        var answered = await database.ImportAsync(
            "events",
            "Our April\n\nWhen;How it went\n4/16/98;We asked what people want to know.\n",
            With(("value.agency", "SSA"), ("column.How it went", "description"))
        );

        Assert.Equal("column.How it went", Assert.Single(asked.Errors, e => e.Question is not null).Question!.Option);
        Assert.Equal((0, 1), (answered.ErrorCount, answered.Inserted));
    }

    [Fact]
    public async Task An_unknown_column_is_read_or_passed_over_as_the_sender_says()
    {
        await using var database = await DatabaseAsync();
        var file =
            $"{Figures.Replace("received", "came in", StringComparison.Ordinal)},Remarks\nSSA,1998-04,1,1,1,1,1,none\n";

        var asked = await database.ImportAsync("complaint-metrics", file);
        var answered = await database.ImportAsync(
            "complaint-metrics",
            file,
            With(("column.Came in", "received"), ("column.remarks", "ignore"))
        );

        Assert.Equal(["column.came in", "column.Remarks", null], asked.Errors.Select(error => error.Question?.Option));
        Assert.Equal(
            [("ignore", "it is not read"), ("received", "such as 340")],
            asked
                .Errors[0]
                .Question!.Choices.Where(choice => choice.Value is "ignore" or "received")
                .Select(choice => (choice.Value, choice.Meaning))
        );
        Assert.Equal(1, answered.Inserted);
    }

    [Fact]
    public async Task A_column_that_is_missing_holds_for_every_row_what_the_sender_says()
    {
        await using var database = await DatabaseAsync();
        var file = "Opened,Closed,Pending at start,Pending at end,Median\n340,310,120,150,12\nTotal,,,,\n";

        var asked = await database.ImportAsync("complaint-metrics", file);
        var answered = await database.ImportAsync(
            "complaint-metrics",
            file,
            With(("value.agency", "Social Security Administration"), ("value.month", "April 1998"))
        );

        Assert.Equal(["value.agency", "value.month"], asked.Errors.Select(error => error.Question!.Option));
        Assert.Equal("No column is named agency. What holds for every row?", asked.Errors[0].Question!.Text);
        Assert.Equal((1, 1), (answered.Rows, answered.Inserted));
    }

    [Fact]
    public async Task A_value_for_every_row_does_not_replace_those_of_the_file_and_needs_a_column()
    {
        await using var database = await DatabaseAsync();
        var file = $"{Figures}\nSSA,1998-04,1,1,1,1,1\n";

        var kept = await database.ImportAsync("complaint-metrics", file, With(("value.agency", "VA")));
        var unknown = await database.ImportAsync("complaint-metrics", file, With(("value.agencies", "VA")));

        Assert.Equal(1, kept.Inserted);
        Assert.Equal(
            new ImportError(1, "agencies", "There is no column agencies that could hold a value for every row."),
            Assert.Single(unknown.Errors)
        );
    }

    [Fact]
    public async Task Events_without_a_month_are_reported_for_the_month_in_which_they_start()
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync(
            "events",
            "Agency,When,What\nSSA,4/21/98,We ask what people want.\nSSA,5/5/98,We tell what came of it.\n"
        );

        Assert.Equal(2, result.Inserted);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [new(1998, 4), new(1998, 5)],
            await db.MonthlyReports.OrderBy(r => r.Month).Select(r => r.Month).ToListAsync()
        );
    }

    [Theory]
    [InlineData("dateOrder", "YMD", "`dateOrder`: 'YMD' is not MDY, the month first, or DMY, the day first.")]
    [InlineData(
        "dateorder",
        "MDY",
        "There is no option `dateorder`. There are `dateOrder`, `sheet`, `years`, `equalYears`, `agency.NAME`, "
            + "`column.NAME` and `value.COLUMN`."
    )]
    [InlineData("agency.HEW", " ", "`agency.HEW` has no value.")]
    public void An_answer_that_is_none_is_refused(string option, string value, string reason) =>
        Assert.Equal(reason, ImportAnswers.Read([new(option, value)], out _));
}
