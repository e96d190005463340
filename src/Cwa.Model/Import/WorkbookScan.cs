using System.IO.Compression;
using System.Xml;

namespace Cwa.Model;

/// <summary>How large the sheets of a workbook are.</summary>
/// <param name="Rows">The last row that has a value, in any sheet.</param>
/// <param name="Columns">The last column that has a value, in any sheet.</param>
/// <param name="Texts">How many different texts the cells share.</param>
/// <param name="DaysAhead">How many days are added to a day: old workbooks of the Mac count from 1904.</param>
internal sealed record WorkbookScan(int Rows, int Columns, int Texts, int DaysAhead)
{
    /// <summary>The most bytes that a workbook may unpack to.</summary>
    public const long MostUnpacked = 100 * 1024 * 1024;

    private const int MostParts = 2000,
        MostColumns = 200,
        MostRows = 1_048_576,
        MostCells = 10_000_000,
        MostTexts = 1_000_000,
        LongestTag = 1 << 20,
        DeepestNesting = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostUnpacked,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    /// <summary>
    /// Unpacks all of a workbook once and keeps nothing, so that whoever reads it afterwards meets no surprise.
    /// </summary>
    /// <exception cref="UnfitWorkbookException">It is too large, or not made as workbooks are.</exception>
    public static WorkbookScan Of(Stream stream, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostParts)
            throw new UnfitWorkbookException("The workbook has too many parts");
        if (zip.GetEntry("xl/workbook.xml") is null)
            throw new UnfitWorkbookException("The file is an archive, but no Excel workbook");
        var budget = new Budget();
        var scan = new WorkbookScan(0, 0, 0, 0);
        foreach (var part in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isXml = part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
            using var unpacked = new Unpacked(part.Open(), budget, isXml);
            if (!isXml)
                unpacked.CopyTo(Stream.Null);
            else
                scan = scan.With(unpacked);
        }

        if ((long)scan.Rows * scan.Columns > MostCells)
            throw new UnfitWorkbookException($"The sheets reach to row {scan.Rows} and column {scan.Columns}, too far");
        return scan;
    }

    private WorkbookScan With(Stream part)
    {
        using var xml = XmlReader.Create(part, Settings);
        var (rows, columns, texts, ahead) = (Rows, Columns, Texts, DaysAhead);
        int row = 0,
            column = 0;
        while (xml.Read())
        {
            if (xml.Depth > DeepestNesting)
                throw new UnfitWorkbookException("The parts of the workbook are nested too deeply");
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "workbookPr" when xml.GetAttribute("date1904") is "1" or "true":
                    ahead = 1462;
                    break;
                case "si":
                    texts++;
                    break;
                case "row":
                    row = Next(xml.GetAttribute("r"), row);
                    column = 0;
                    break;
                case "c":
                    column = ColumnOf(xml.GetAttribute("r"), column);
                    break;
                case "v" or "is" when row > 0:
                    (rows, columns) = (Math.Max(rows, row), Math.Max(columns, column));
                    break;
            }
        }

        if (texts > MostTexts)
            throw new UnfitWorkbookException($"The workbook has more than {MostTexts:N0} different texts");
        if (columns > MostColumns)
            throw new UnfitWorkbookException(
                $"A sheet has a value in column {columns}; at most {MostColumns} are read"
            );
        return new(rows, columns, texts, ahead);
    }

    private static int Next(string? said, int before)
    {
        var row =
            said is null ? before + 1
            : int.TryParse(said, out var number) ? number
            : 0;
        return row > before && row <= MostRows ? row : throw new UnfitWorkbookException("The rows are out of order");
    }

    // A1 is in column 1, AA1 in column 27.
    private static int ColumnOf(string? cell, int before)
    {
        if (cell is null)
            return before + 1;
        var column = 0;
        foreach (var letter in cell.TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + (letter | 0x20) - 'a' + 1;
        return column > 0 ? column : throw new UnfitWorkbookException("A cell has no column");
    }

    private sealed class Budget
    {
        private long _left = MostUnpacked;

        public int Take(int length) =>
            (_left -= length) >= 0
                ? length
                : throw new UnfitWorkbookException($"The workbook unpacks to more than {MostUnpacked >> 20} MB");
    }

    // What a part says of its size may be untrue, so that the bytes themselves are counted.
    private sealed class Unpacked(Stream part, Budget budget, bool isXml) : Stream
    {
        private long _sinceTag;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var length = budget.Take(part.Read(buffer));
            // Whoever reads XML keeps a whole tag in memory.
            var tag = buffer[..length].LastIndexOf((byte)'>');
            _sinceTag = tag < 0 ? _sinceTag + length : length - tag - 1;
            return isXml && _sinceTag > LongestTag
                ? throw new UnfitWorkbookException("A part of the workbook has a tag or a text without end")
                : length;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            part.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A workbook that is not read, and why: the beginning of a sentence.</summary>
internal sealed class UnfitWorkbookException(string cause) : Exception(cause);
