namespace Cwa.Model;

/// <summary>Recognizes a file that is no table at all, so that the cause is reported once, with the remedy.</summary>
internal static class ForeignFormat
{
    private const string Remedy =
        "open it in the program that wrote it, save the table as \"CSV UTF-8\" or as .xlsx, and send that file.";

    /// <summary>
    /// What is wrong with the file, judged by its first bytes; null when it may be a table. The stream keeps its
    /// position.
    /// </summary>
    public static async Task<string?> OfAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[8];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Seek(-length, SeekOrigin.Current);
        return start.AsSpan(0, length) switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "The file is a workbook of an old Excel (.xls) or has a password: "
                + "open it in Excel, save it as \"Excel Workbook (.xlsx)\" without a password, and send that file.",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => $"The file is a PDF, not a table: {Remedy}",
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] =>
                $"The file is a text document (RTF), not a table: {Remedy}",
            [0xFF, 0xD8, 0xFF, ..]
            or [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            or [(byte)'G', (byte)'I', (byte)'F', ..] => $"The file is a picture, not a table: {Remedy}",
            _ => null,
        };
    }
}
