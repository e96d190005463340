using Cwa.Tests;
using static Cwa.Model.Tests.ForeignFile;

namespace Cwa.Model.Tests;

/// <summary>A row that adds up the others is no row of its own, and is checked.</summary>
public sealed class TotalRowTests
{
    private const string Other = "SSA,1998-05,12,4,6,10,3";

    [Theory]
    [InlineData("Total,,22,9,9,22,")]
    [InlineData("TOTALS:,,22,9,9,22,4")]
    [InlineData("Grand  total,,,9,9,,")]
    [InlineData(",Total,22,9,,,")]
    [InlineData("Sum,,,,,,")]
    public async Task A_total_that_is_right_is_passed_over(string total)
    {
        var result = await ImportAsync($"{Row}\n{Other}\n{total}\n");

        Assert.Empty(result.Errors);
        Assert.DoesNotContain(result.Warnings, warning => warning.Line == 4);
        Assert.Equal((2, 2), (result.Rows, result.Inserted));
    }

    [Fact]
    public async Task A_total_that_is_wrong_is_warned_about_with_both_figures()
    {
        var result = await ImportAsync($"{Row}\n{Other}\nTotal,,22,10,9,22,\n");

        Assert.Contains(
            new ImportWarning(4, "received", "The total is 10, but the rows above it add up to 9."),
            result.Warnings
        );
        Assert.Equal(2, result.Inserted);
    }

    [Fact]
    public async Task A_subtotal_adds_up_the_rows_since_the_one_before()
    {
        var result = await ImportAsync($"{Row}\nSubtotal,,,5,,,\n{Other}\nSubtotal,,,4,,,\nTotal,,,9,,,\n");

        Assert.DoesNotContain(result.Warnings, warning => warning.Column == "received");
        Assert.Equal(2, result.Inserted);
    }

    [Fact]
    public async Task A_row_with_an_agency_and_a_month_is_no_total_whatever_the_agencys_name()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SUM");

        var result = await database.ImportAsync("complaint-metrics", $"{Header}\nSUM,1998-04,10,5,3,12,4.5\n");

        Assert.Equal(1, result.Inserted);
    }

    private static async Task<ImportResult> ImportAsync(string rows)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        return await database.ImportAsync("complaint-metrics", $"{Header}\n{rows}");
    }
}
