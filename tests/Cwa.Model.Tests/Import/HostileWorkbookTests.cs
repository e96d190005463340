using System.Text;
using static Cwa.Model.Tests.ForeignFile;
using static Cwa.Model.Tests.WorkbookFile;

namespace Cwa.Model.Tests;

/// <summary>Workbooks that nobody wrote in Excel are refused with a sentence.</summary>
public sealed class HostileWorkbookTests
{
    private const string Remedy =
        ". Open it in Excel, copy the rows into a new workbook, save it as \"Excel Workbook (.xlsx)\" and send "
        + "that file.";

    private static readonly Lazy<string> Large = new(() => new(' ', 101 * 1024 * 1024));

    [Fact]
    public async Task A_bomb_is_refused_before_it_goes_off()
    {
        var file = WithSheets([("S", Sheet(string.Concat(Enumerable.Repeat("<cols/>", 15_100_000))))]);

        Assert.True(file.Length < 1_000_000);
        await RefusedAsync("The workbook unpacks to more than 100 MB", file);
        await RefusedAsync(
            "The workbook unpacks to more than 100 MB",
            Zip(("xl/workbook.xml", "<workbook/>"), ("xl/media/image1.png", Large.Value))
        );
    }

    [Fact]
    public async Task A_long_text_that_many_cells_show_is_refused()
    {
        var cells = string.Concat(
            Enumerable.Range(1, 4000).Select(row => $"<row r='{row}'><c r='A{row}' t='s'><v>0</v></c></row>")
        );
        var text =
            "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>"
            + $"{new string('x', 32_000)}</t></si></sst>";
        var file = WithSheets([
            (
                "S",
                Sheet(
                    "<row r='1'><c r='A1' t='str'><v>agency</v></c><c r='B1' t='str'><v>month</v></c></row>"
                        + cells.Replace("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", "", StringComparison.Ordinal)
                )
            ),
        ]);

        await RefusedAsync("The sheet has more than 100 MB of text", With(file, ("xl/sharedStrings.xml", text)));
    }

    [Theory]
    [InlineData(
        "<row r='1'><c r='XFD1'><v>1</v></c></row>",
        "A sheet has a value in column 16384; at most 200 are read"
    )]
    [InlineData("<row r='2147483647'><c r='A2147483647'><v>1</v></c></row>", "The rows are out of order")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='1'/>", "The rows are out of order")]
    [InlineData("<row r='1'><c r='11'><v>1</v></c></row>", "A cell has no column")]
    [InlineData(
        "<row r='1'><c r='GR1'><v>1</v></c></row><row r='1048576'><c r='A1'><v>1</v></c></row>",
        "The sheets reach to row 1048576 and column 200, too far"
    )]
    [InlineData("<row r='1'><c r='A1'>", "The workbook is damaged, or is not one of Excel")]
    public async Task A_sheet_that_is_not_made_as_Excel_makes_them_is_refused(string rows, string reason) =>
        await RefusedAsync(reason, WithSheets([("S", Sheet(rows))]));

    [Fact]
    public async Task Entities_are_not_followed()
    {
        const string entity =
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row><c><v>&e;</v></c></row>"
            + "</sheetData></worksheet>";

        await RefusedAsync("The workbook is damaged, or is not one of Excel", WithSheets([("S", entity)]));
    }

    [Fact]
    public async Task A_tag_or_a_text_without_end_is_refused()
    {
        const string reason = "A part of the workbook has a tag or a text without end";
        var endless = new string('x', 2 * 1024 * 1024);

        await RefusedAsync(reason, WithSheets([("S", Sheet($"<row x='{endless}'/>"))]));
        await RefusedAsync(reason, WithSheets([("S", Sheet($"<row><c><v>{endless}</v></c></row>"))]));
    }

    [Fact]
    public async Task Millions_of_texts_are_refused() =>
        await RefusedAsync(
            "The workbook has more than 1,000,000 different texts",
            Zip(
                ("xl/workbook.xml", "<workbook/>"),
                ("xl/sharedStrings.xml", $"<sst>{string.Concat(Enumerable.Repeat("<si/>", 1_000_001))}</sst>")
            )
        );

    [Fact]
    public async Task Deep_nesting_is_refused() =>
        await RefusedAsync(
            "The parts of the workbook are nested too deeply",
            WithSheets([("S", Sheet(string.Concat(Enumerable.Repeat("<a>", 100_000))))])
        );

    [Fact]
    public async Task An_archive_that_is_no_workbook_is_refused()
    {
        await RefusedAsync("The file is an archive, but no Excel workbook", Zip(("readme.txt", "Hello")));
        await RefusedAsync("The workbook is damaged, or is not one of Excel", Zip(("xl/workbook.xml", "<html/>")));
        await RefusedAsync(
            "The workbook is damaged, or is not one of Excel",
            Encoding.Latin1.GetBytes("PK\u0003\u0004\u0014")
        );
    }

    [Fact]
    public async Task A_workbook_that_is_cut_off_or_changed_anywhere_is_refused_or_read_but_breaks_nothing()
    {
        var file = Of(
            (
                "S",
                [
                    ["agency", "month"],
                    ["SSA", "1998-04"],
                ]
            )
        );
        for (var at = 8; at < file.Length; at += 37)
        {
            Assert.NotEmpty((await OnlyErrorAsync(file[..at])).Reason);
            var changed = file.ToArray();
            changed[at] ^= 0x55;
            await using var database = await ImportDatabase.CreateAsync(Cwa.Tests.TestDatabase.Sqlite);
            Assert.False((await database.ImportAsync("complaint-metrics", changed)).Committed);
        }
    }

    private static async Task RefusedAsync(string reason, byte[] file) =>
        Assert.Equal(reason + Remedy, (await OnlyErrorAsync(file)).Reason);

    private static byte[] With(byte[] file, (string Name, string Text) part)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (
            var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, true)
        )
        {
            using var writer = new StreamWriter(zip.CreateEntry(part.Name).Open());
            writer.Write(part.Text);
        }

        return stream.ToArray();
    }
}
