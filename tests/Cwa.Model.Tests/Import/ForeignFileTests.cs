using System.Text;
using Cwa.Tests;
using static Cwa.Model.Tests.ForeignFile;

namespace Cwa.Model.Tests;

/// <summary>
/// Files as other programs write them: empty rows and columns are skipped, and a foreign format is reported in one
/// sentence.
/// </summary>
public sealed class ForeignFileTests
{
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
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1", "The file is a workbook of an old Excel (.xls) or has a password: ")]
    [InlineData("%PDF-1.4", "The file is a PDF, not a table: ")]
    [InlineData("{\\rtf1\\ansi", "The file is a text document (RTF), not a table: ")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "The file is a picture, not a table: ")]
    [InlineData("\u0089PNG\r\n", "The file is a picture, not a table: ")]
    [InlineData("GIF89a", "The file is a picture, not a table: ")]
    public async Task What_is_no_table_is_named_with_the_remedy(string start, string reason)
    {
        var error = await OnlyErrorAsync(Encoding.Latin1.GetBytes(start));

        Assert.StartsWith(reason, error.Reason, StringComparison.Ordinal);
        Assert.EndsWith("and send that file.", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_of_two_encodings_are_reported_once_where_they_first_stand()
    {
        byte[] file =
        [
            .. Encoding.UTF8.GetBytes($"{Header},category\n{Row},Café\n{Row},Señales\n{Row},Caf"),
            0xE9,
            .. "\n"u8,
        ];

        var error = await OnlyErrorAsync(file);

        Assert.Equal(4, error.Line);
        Assert.StartsWith(
            "The bytes of this line are not UTF-8, but those of other lines are: ",
            error.Reason,
            StringComparison.Ordinal
        );
    }
}
