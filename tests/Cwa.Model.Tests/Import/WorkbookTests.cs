using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.DirtyFile;

namespace Cwa.Model.Tests;

/// <summary>Workbooks are read like text.</summary>
public sealed class WorkbookTests
{
    private static readonly object?[] Names =
    [
        "Agency",
        "Month",
        "Pending at start",
        "Received",
        "Resolved",
        "Pending at end",
        "Median (days)",
    ];

    private static readonly object?[] April = ["SSA", new DateTime(1998, 4, 1), 1200, 340, 300, "=C2+D2-E2→1240", 12.5];

    [Fact]
    public async Task Days_numbers_and_formulas_are_read_by_their_values()
    {
        await using var database = await DatabaseAsync();

        var result = await database.ImportAsync("complaint-metrics", WorkbookFile.Of(("Complaints", [Names, April])));

        Assert.Empty(result.Errors);
        Assert.Equal(
            ("Complaints", null, null),
            (result.Understood!.Sheet, result.Understood.Encoding, result.Understood.Separator)
        );
        await using var db = database.Contexts.CreateDbContext();
        var figures = await db.ComplaintMetrics.SingleAsync();
        Assert.Equal(
            (new ReportMonth(1998, 4), 1200L, 1240L, 12.5),
            (figures.Month, figures.PendingStart, figures.PendingEnd, figures.MedianDays)
        );
    }

    [Fact]
    public async Task Titles_gaps_and_totals_are_passed_over_and_rows_are_told_by_their_numbers()
    {
        await using var database = await DatabaseAsync();
        object?[][] rows =
        [
            ["Complaints of 1998"],
            [],
            [],
            Names,
            [],
            ["SSA", "April 1998", 1200, 340, 300, 1240, 12.5],
            [],
            ["SSA", "never", 1, 1, 1, 1, 1],
            ["Total", null, 1201, 342, 301, 1241, null],
        ];

        var result = await database.ImportAsync("complaint-metrics", WorkbookFile.Of(("Complaints", rows)));

        Assert.Equal((8, "month"), (Assert.Single(result.Errors).Line, result.Errors[0].Column));
        Assert.Contains(
            new ImportWarning(9, "received", "The total is 342, but the rows above it add up to 341."),
            result.Warnings
        );
        Assert.Equal((2, 4), (result.Rows, result.Understood!.NamesOn));
    }

    [Fact]
    public async Task The_first_sheet_with_the_columns_is_read_and_others_are_told()
    {
        await using var database = await DatabaseAsync();
        object?[] may = ["SSA", new DateTime(1998, 5, 1), 1240, 1, 1, 1240, 1];
        var file = WorkbookFile.Of(
            (
                "Notes",
                [
                    ["Read me"],
                ]
            ),
            ("April", [Names, April]),
            ("May", [Names, may])
        );

        var first = await database.ImportAsync("complaint-metrics", file);
        var chosen = await database.ImportAsync("complaint-metrics", file, ImportDatabase.With(("sheet", "may")));
        var none = await database.ImportAsync("complaint-metrics", file, ImportDatabase.With(("sheet", "June")));

        Assert.Equal(("April", 1), (first.Understood!.Sheet, first.Inserted));
        Assert.Contains(
            "Only the sheet 'April' was read. To read another with the same columns (May), send the file again with "
                + "sheet=May.",
            first.Warnings.Select(warning => warning.Reason)
        );
        Assert.Equal(("May", 1), (chosen.Understood!.Sheet, chosen.Inserted));
        Assert.Equal(
            ["Notes", "April", "May"],
            Assert.Single(none.Errors).Question!.Choices.Select(choice => choice.Value)
        );
    }

    [Fact]
    public async Task A_hidden_sheet_is_not_read()
    {
        await using var database = await DatabaseAsync();
        const string names = "<row r='1'><c r='A1' t='str'><v>agency</v></c><c r='B1' t='str'><v>month</v></c></row>";

        var result = await database.ImportAsync(
            "complaint-metrics",
            WorkbookFile.WithSheets([("Hidden", WorkbookFile.Sheet(names))], state: "hidden")
        );

        Assert.Equal("The workbook has no sheet with values.", Assert.Single(result.Errors).Reason);
    }

    [Fact]
    public async Task Days_counted_from_1904_are_the_same_days()
    {
        await using var database = await DatabaseAsync();
        // 34424 days after 1 January 1904 is 1 April 1998.
        string[] cells =
        [
            "t='str'><v>SSA</v>",
            "s='1'><v>34424</v>",
            "><v>1</v>",
            "><v>1</v>",
            "><v>1</v>",
            "><v>1</v>",
            "><v>1</v>",
        ];
        var names = string.Concat(
            Names.Index().Select(n => $"<c r='{(char)('A' + n.Index)}1' t='str'><v>{n.Item}</v></c>")
        );
        var values = string.Concat(cells.Index().Select(n => $"<c r='{(char)('A' + n.Index)}2' {n.Item}</c>"));
        var sheet = WorkbookFile.Sheet($"<row r='1'>{names}</row><row r='2'>{values}</row>");

        var result = await database.ImportAsync(
            "complaint-metrics",
            WorkbookFile.WithSheets([("Old", sheet)], "<workbookPr date1904='1'/>")
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(new ReportMonth(1998, 4), (await db.ComplaintMetrics.SingleAsync()).Month);
    }
}
