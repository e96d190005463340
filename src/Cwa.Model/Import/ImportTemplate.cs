using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace Cwa.Model;

/// <summary>A file with the columns of a kind and one example row, which itself can be imported.</summary>
public static class ImportTemplate
{
    /// <summary>The columns that a template has: all but those that an import passes over.</summary>
    public static IReadOnlyList<string> ColumnsOf(ImportKind kind) =>
        [.. kind.RequiredColumns, .. kind.OptionalColumns];

    /// <summary>The template as CSV, with a byte order mark by which Excel knows that it is UTF-8.</summary>
    public static byte[] Csv(ImportKind kind)
    {
        var columns = ColumnsOf(kind);
        var text = $"{Row(columns)}\r\n{Row(columns.Select(column => ValueOf(kind, column)))}\r\n";
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>The template as a workbook with one sheet.</summary>
    public static byte[] Workbook(ImportKind kind)
    {
        using var file = new MemoryStream();
        var row = ColumnsOf(kind).ToDictionary(column => column, column => CellOf(ValueOf(kind, column)));
        file.SaveAs(new[] { row }, sheetName: kind.Name);
        return file.ToArray();
    }

    private static string ValueOf(ImportKind kind, string column) => kind.Example.GetValueOrDefault(column, "");

    // Numbers are numbers in the workbook too, so that Excel can add them up.
    private static object CellOf(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : value;

    private static string Row(IEnumerable<string> values) => string.Join(',', values.Select(CsvText.Cell));
}
