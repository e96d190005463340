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
}
