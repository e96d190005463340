using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace Cwa.Model.Tests;

/// <summary>A workbook as Excel writes it, and as nobody should.</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of sheets, each with rows of texts, numbers, days, flags and formulas.</summary>
    public static byte[] Of(params (string Name, object?[][] Rows)[] sheets) =>
        WithSheets([.. sheets.Select(sheet => (sheet.Name, Sheet(string.Concat(sheet.Rows.Index().Select(Row)))))]);

    /// <summary>A workbook of sheets whose XML is given.</summary>
    public static byte[] WithSheets(
        (string Name, string Xml)[] sheets,
        string settings = "",
        string state = "visible"
    ) =>
        Zip([
            (
                "xl/workbook.xml",
                $"<workbook xmlns='{Main}' xmlns:r='{Links}'>{settings}<sheets>"
                    + string.Concat(
                        sheets.Select(
                            (sheet, i) =>
                                $"<sheet name='{sheet.Name}' sheetId='{i + 1}' r:id='rId{i + 1}' "
                                + $"state='{(i == 0 ? state : "visible")}'/>"
                        )
                    )
                    + "</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + string.Concat(
                        sheets.Select(
                            (_, i) =>
                                $"<Relationship Id='rId{i + 1}' Type='{Links}/worksheet' "
                                + $"Target='worksheets/sheet{i + 1}.xml'/>"
                        )
                    )
                    + "</Relationships>"
            ),
            // The second style shows days.
            (
                "xl/styles.xml",
                $"<styleSheet xmlns='{Main}'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"
            ),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", sheet.Xml)),
        ]);

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }

    /// <summary>The XML of a sheet.</summary>
    public static string Sheet(string rows) => $"<worksheet xmlns='{Main}'><sheetData>{rows}</sheetData></worksheet>";

    private static string Row((int Index, object?[] Cells) row) =>
        row.Cells is []
            ? ""
            : $"<row r='{row.Index + 1}'>{string.Concat(row.Cells.Index().Select(c => Cell(c, row.Index)))}</row>";

    private static string Cell((int Index, object? Value) cell, int row)
    {
        var place = $"r='{(char)('A' + cell.Index)}{row + 1}'";
        return cell.Value switch
        {
            null => $"<c {place}/>",
            DateTime day => $"<c {place} s='1'><v>{day.ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
            bool flag => $"<c {place} t='b'><v>{(flag ? 1 : 0)}</v></c>",
            string formula when formula.StartsWith('=') =>
                $"<c {place}><f>{formula.Split('→')[0][1..]}</f><v>{formula.Split('→')[1]}</v></c>",
            string text =>
                $"<c {place} t='inlineStr'><is><t xml:space='preserve'>{SecurityElement.Escape(text)}</t></is></c>",
            IFormattable number => $"<c {place}><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>",
            _ => throw new NotSupportedException($"{cell.Value}"),
        };
    }
}
