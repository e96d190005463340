using System.Text;
using Cwa.Tests;
using static Cwa.Model.Tests.ForeignFile;

namespace Cwa.Model.Tests;

/// <summary>What is reported about the line that names the columns.</summary>
public sealed class ColumnNamesTests
{
    [Fact]
    public async Task Title_lines_are_reported_with_the_line_that_has_the_column_names()
    {
        var error = await OnlyErrorAsync(
            Encoding.UTF8.GetBytes($"Complaints \"we\" had\n\"As of\nNovember\",,,,,,\n,,,,,,\n{Header}\n{Row}\n")
        );

        Assert.Equal(
            new ImportError(
                1,
                "",
                "The column names are on line 5: delete the lines above it, so that the file begins with the names."
            ),
            error
        );
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task The_names_are_looked_for_below_twenty_title_lines(int titles, bool found)
    {
        var lines = string.Concat(Enumerable.Repeat("Complaints we had\n", titles));

        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"{lines}{Header}\n{Row}\n"));

        Assert.Equal(
            found,
            error.Reason.StartsWith($"The column names are on line {titles + 1}:", StringComparison.Ordinal)
        );
        Assert.Equal(!found, error.Reason.StartsWith("Line 1 names no column", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("agency,first,second\n", 1)]
    [InlineData("agency,month,second\n", 6)]
    public async Task A_line_that_names_two_columns_is_read_as_the_names(string file, int errors)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        Assert.Equal(errors, (await database.ImportAsync("complaint-metrics", file)).ErrorCount);
    }

    [Fact]
    public async Task What_is_wrong_with_the_names_is_told_of_the_line_on_which_they_stand()
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"\n,,\n{Header},colour\n{Row},\n"));

        Assert.Equal((3, "colour"), (error.Line, error.Column));
    }

    [Fact]
    public async Task A_name_that_is_spelled_otherwise_beside_the_right_one_is_a_column_that_is_not_known()
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"{Header},Median Days\n{Row},\n"));

        Assert.StartsWith("There is no such column.", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Misspelled_column_names_are_reported_together()
    {
        var header = Header
            .Replace("pending_start", "Pending Start", StringComparison.Ordinal)
            .Replace("median_days", "medianDays", StringComparison.Ordinal);

        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"{header}\n{Row}\n"));

        Assert.Equal(
            new ImportError(
                1,
                "",
                "Some columns have other names here: "
                    + "write pending_start for 'Pending Start', median_days for 'medianDays'."
            ),
            error
        );
    }

    [Theory]
    [InlineData(
        "agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind",
        "events"
    )]
    [InlineData("abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to", "agencies")]
    public async Task A_file_of_another_import_is_recognised_as_such(string names, string kind)
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes($"{names}\n"));

        Assert.Equal(
            new ImportError(
                1,
                "",
                $"These are the columns of {kind}, not of complaint-metrics: import the file as {kind}."
            ),
            error
        );
    }

    [Fact]
    public async Task Column_names_in_a_wrong_encoding_are_reported_as_such()
    {
        var error = await OnlyErrorAsync(Encoding.Latin1.GetBytes($"{Header},catégory\n{Row},\n"));

        Assert.Equal(new ImportError(1, "", $"The bytes are not UTF-8: {SaveIt}"), error);
    }

    [Theory]
    [InlineData(
        "",
        "The file is empty; its first line names the columns: "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        ",,,\n\n,,\n",
        "The file is empty; its first line names the columns: "
            + "agency, month, pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        "SSA,1998-04,10,5,3,12,4.5\nSSA,1998-05,10,5,3,12,4.5\n",
        "Line 1 names no column of this import: begin the file with a line that names agency, month, "
            + "pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        "a",
        "Line 1 names no column of this import: begin the file with a line that names agency, month, "
            + "pending_start, received, resolved, pending_end, median_days."
    )]
    [InlineData(
        "{\"rows\":[]}",
        "Line 1 names no column of this import: begin the file with a line that names agency, month, "
            + "pending_start, received, resolved, pending_end, median_days."
    )]
    public async Task A_file_without_column_names_is_reported_in_one_sentence(string file, string reason)
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes(file));

        Assert.Equal(("", reason), (error.Column, error.Reason));
    }
}
