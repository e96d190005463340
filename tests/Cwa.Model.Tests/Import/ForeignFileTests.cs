using System.Text;
using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>
/// Files as other programs write them: empty rows and columns are skipped, and a foreign format is reported in one
/// sentence.
/// </summary>
public sealed class ForeignFileTests
{
    private const string Header = "agency,month,pending_start,received,resolved,pending_end,median_days",
        Row = "SSA,1998-04,10,5,3,12,4.5",
        SaveIt = "save it as \"CSV UTF-8 (comma delimited)\" and send that file.";

    [Theory]
    [InlineData($"{Header}\n,,,,,,\n{Row}\n , ,\t,,,,\n,,,,,,\n")]
    [InlineData($",,,,,,\n\n,,,,,,\n{Header}\n{Row}\n")]
    [InlineData($"{Header},,,\n{Row},,,\n")]
    [InlineData($"{Header},,,\n{Row}\n")]
    [InlineData($"{Header}\n{Row},,,\n,,,,,,,,,\n")]
    [InlineData($",{Header}\n,{Row}\n,,,,,,,\n")]
    [InlineData($"\u00A0,,,,,,\n{Header},\n{Row},\u00A0\n\u3000,\u00A0 ,\u200B,,,,\n")]
    public async Task Rows_of_commas_and_empty_columns_are_skipped(string file)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("complaint-metrics", file);

        Assert.Empty(result.Errors);
        Assert.Equal((1, 1, true), (result.Rows, result.Inserted, result.Committed));
    }

    [Theory]
    [InlineData($"{Header},\n{Row},7\n")]
    [InlineData($"{Header}\n{Row},7\n")]
    public async Task A_value_in_a_column_without_a_name_is_refused(string file)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("complaint-metrics", file);

        Assert.Equal(
            new ImportError(2, "", "Field 8 of the row has a value, but the header has no name for it."),
            Assert.Single(result.Errors)
        );
    }

    [Theory]
    [InlineData(
        "agency;month;pending_start;received;resolved;pending_end;median_days\nSSA;1998-04;10;5;3;12;4,5\n",
        "semicolons"
    )]
    [InlineData("\"agency\";\"month\";\"pending_start\"\n\"SSA\";\"1998-04\";\"10\"\n", "semicolons")]
    [InlineData("Agency\tMonth\tPending Start\tReceived\nSSA\t1998-04\t10\t5\n", "tabs")]
    [InlineData("agency|month|received\nSSA|1998-04|10\n", "vertical bars")]
    public async Task A_wrong_separator_is_reported_once(string file, string separators)
    {
        var error = await OnlyErrorAsync(Encoding.UTF8.GetBytes(file));

        Assert.Equal(
            (1, $"The values are separated by {separators}, not by commas: {SaveIt}"),
            (error.Line, error.Reason)
        );
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public async Task UTF_16_and_UTF_32_are_reported_once(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = encoding.GetBytes($"{Header}\n{Row}\n");

        var marked = await OnlyErrorAsync([.. encoding.Preamble, .. text]);

        Assert.Equal($"The file is UTF-16 or UTF-32, not UTF-8: {SaveIt}", marked.Reason);
        Assert.Equal(marked, await OnlyErrorAsync(text));
    }

    [Fact]
    public async Task A_wrong_encoding_is_reported_once_at_its_first_byte()
    {
        var rows = string.Concat(Enumerable.Range(1900, 98).Select(year => $"SSA,{year}-04,1,1,1,1,1,Café\n"));

        var error = await OnlyErrorAsync(Encoding.Latin1.GetBytes($"{Header},category\n{Row},\n{rows}"));

        Assert.Equal(new ImportError(3, "category", $"The bytes are not UTF-8: {SaveIt}"), error);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 20, 0, 6, 0, 8, 0 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 })]
    public async Task A_workbook_is_recognised_as_such(byte[] file)
    {
        var error = await OnlyErrorAsync(file);

        Assert.Equal($"The file is a workbook or an archive, not CSV: {SaveIt}", error.Reason);
    }

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

    private static async Task<ImportError> OnlyErrorAsync(byte[] file)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        var result = await database.ImportAsync("complaint-metrics", file);
        Assert.Equal(1, result.ErrorCount);
        Assert.False(result.Committed);
        return Assert.Single(result.Errors);
    }
}
