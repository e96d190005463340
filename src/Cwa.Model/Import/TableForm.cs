using System.Text;
using CsvHelper;

namespace Cwa.Model;

/// <summary>How the text of a table is written, and where its columns are named.</summary>
/// <param name="Encoding">The encoding of the text.</param>
/// <param name="Separator">What separates the values.</param>
/// <param name="Above">How many rows are above the one that names the columns.</param>
/// <param name="Line">The line on which the names begin.</param>
/// <param name="Names">What is written above the columns.</param>
/// <param name="Known">How many of the names are names of columns.</param>
internal sealed record TableForm(
    FileEncoding Encoding,
    char Separator,
    int Above,
    long Line,
    IReadOnlyList<string> Names,
    int Known
)
{
    /// <summary>How many rows with a value may stand above the names.</summary>
    public const int MostTitles = 20;

    private const int LongestRecord = 1 << 20;
    private const int MostColumns = 500;

    // The comma is first, so that it wins when nothing tells.
    private const string Separators = ",;\t|";

    /// <summary>
    /// Whether the line names the columns: two that are known are enough to tell, and one if there are only two.
    /// </summary>
    public bool IsFound => Known >= 2 || (Known == 1 && Names.Count(name => !PlainText.IsEmpty(name)) == 2);

    /// <summary>Whether the file has no text at all.</summary>
    public bool IsEmpty => Names.All(PlainText.IsEmpty);

    /// <summary>
    /// Finds the separator and the line by which most columns of the kind are named. If none is, the first line with
    /// text stands for the names.
    /// </summary>
    /// <exception cref="CsvFormatException">The file cannot be read as far as that.</exception>
    public static Task<TableForm> FindAsync(
        ImportKind kind,
        Stream stream,
        FileEncoding encoding,
        CancellationToken cancellationToken
    ) => FindAsync(kind, stream, encoding, Separators, cancellationToken);

    /// <summary>Finds the line of the names where it is known that commas separate the values, in UTF-8.</summary>
    public static Task<TableForm> FindAsync(ImportKind kind, Stream stream, CancellationToken cancellationToken) =>
        FindAsync(kind, stream, FileEncoding.Utf8, ",", cancellationToken);

    private static async Task<TableForm> FindAsync(
        ImportKind kind,
        Stream stream,
        FileEncoding encoding,
        string separators,
        CancellationToken cancellationToken
    )
    {
        var start = stream.Position;
        TableForm? best = null;
        CsvFormatException? unreadable = null;
        foreach (var separator in separators)
        {
            try
            {
                var found = await FindAsync(kind, stream, encoding, separator, cancellationToken);
                if (found.Known > (best?.Known ?? -1))
                    best = found;
            }
            catch (CsvFormatException wrong)
            {
                unreadable ??= wrong;
            }

            stream.Position = start;
        }

        return best ?? throw unreadable!;
    }

    /// <summary>A reader of the text from where the stream stands, titles and names included.</summary>
    public static CsvReader Reader(
        Stream stream,
        FileEncoding encoding,
        char separator,
        Action<CsvMalformedRecord>? onMalformed = null
    ) =>
        CsvReader.Create(
            stream,
            CsvReaderOptions.Default with
            {
                Separator = separator,
                Encoding = encoding == FileEncoding.Utf8 ? null : encoding.Encoding,
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = LongestRecord,
                OnMalformedRecord = onMalformed,
            },
            leaveOpen: true
        );

    private static async Task<TableForm> FindAsync(
        ImportKind kind,
        Stream stream,
        FileEncoding encoding,
        char separator,
        CancellationToken cancellationToken
    )
    {
        using var csv = Reader(stream, encoding, separator);
        var best = new TableForm(encoding, separator, 0, 1, [], Known: -1);
        var titles = 0;
        for (var above = 0; titles <= MostTitles && await ReadAsync(csv, best, cancellationToken); above++)
        {
            string[] names = [.. Enumerable.Range(0, Math.Min(csv.FieldCount, MostColumns)).Select(csv.GetString)];
            if (names.All(PlainText.IsEmpty))
                continue;
            titles++;
            if (kind.Known(names) is var known && known > best.Known)
                best = best with { Above = above, Line = csv.LineNumber, Names = names, Known = known };
        }

        return best with
        {
            Known = Math.Max(best.Known, 0),
        };
    }

    // What is wrong with a row below the names is told when it is read.
    private static async Task<bool> ReadAsync(CsvReader csv, TableForm best, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException) when (best.Known > 0)
        {
            return false;
        }
    }
}
