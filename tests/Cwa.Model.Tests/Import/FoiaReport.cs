using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

namespace Cwa.Model.Tests;

/// <summary>
/// The government's FOIA annual reports of 2023, a public file of real figures, as agencies and complaint figures.
/// </summary>
/// <remarks>The medians are those of the simple track.</remarks>
public sealed class FoiaReport
{
    /// <summary>The first month of the fiscal year.</summary>
    public const string Month = "2022-10";
    public const string Absent =
        "The public FOIA data are not beside the repository: ../shared/data/foia-all-agencies-csv-2023.zip";

    private const string Received = "foia-received-processed-and-pending-foia-requests (1).csv";
    private const string Medians = "foia-processed-requests-response-time-for-all-processed-perfected-requests.csv";
    private const string Overall = "All agencies";

    private FoiaReport(IReadOnlyList<Row> agencies, Row total) => (Agencies, Total) = (agencies, total);

    /// <summary>The agencies in the order of the file.</summary>
    public IReadOnlyList<Row> Agencies { get; }

    /// <summary>The file's own totals over all agencies.</summary>
    public Row Total { get; }

    /// <summary>Reads the report; null if the file is not there.</summary>
    public static FoiaReport? Find()
    {
        if (SharedData.Find("foia-all-agencies-csv-2023.zip") is not { } path)
            return null;

        using var zip = ZipFile.OpenRead(path);
        var medians = Rows(zip, Medians)
            .ToDictionary(row => row["Agency"], row => row["Simple - Median Number of Days"]);
        var taken = new HashSet<string>();
        var rows = Rows(zip, Received)
            .ConvertAll(row => new Row(
                Abbreviate(row["Agency"], taken),
                row["Agency"],
                Number(row, "Number of Requests Pending as of Start of Fiscal Year"),
                Number(row, "Number of Requests Received in Fiscal Year"),
                Number(row, "Number of Requests Processed in Fiscal Year"),
                Number(row, "Number of Requests Pending as of End of Fiscal Year"),
                medians.GetValueOrDefault(row["Agency"], "N/A")
            ));
        return new([.. rows.Where(row => row.Name != Overall)], rows.Single(row => row.Name == Overall));
    }

    /// <summary>The agencies as a file to import.</summary>
    public byte[] AgenciesCsv() =>
        Csv(
            ["abbreviation", "name", "kind", "parent_abbreviation", "directive", "basis", "high_impact", "active_to"],
            row =>
                [
                    row.Abbreviation,
                    row.Name,
                    "independent_agency",
                    "",
                    "requested",
                    "Reports under the Freedom of Information Act",
                    "false",
                    "",
                ]
        );

    /// <summary>Their figures as a file to import.</summary>
    public byte[] ComplaintMetricsCsv() =>
        Csv(
            ["agency", "month", "covers", "pending_start", "received", "resolved", "pending_end", "median_days"],
            row =>
                [
                    row.Abbreviation,
                    Month,
                    "YEAR",
                    Text(row.PendingStart),
                    Text(row.Received),
                    Text(row.Resolved),
                    Text(row.PendingEnd),
                    row.MedianDays,
                ]
        );

    private byte[] Csv(string[] header, Func<Row, string[]> fields)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream))
        {
            foreach (var record in Agencies.Select(fields).Prepend(header))
                csv.WriteRecord(record);
        }

        return stream.ToArray();
    }

    private static List<Dictionary<string, string>> Rows(ZipArchive zip, string name)
    {
        using var csv = CsvReader.Create(zip.GetEntry(name)!.Open());
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.Headers.Index().ToDictionary(header => header.Item, header => csv.GetString(header.Index)));
        return rows;
    }

    private static long Number(Dictionary<string, string> row, string column) =>
        long.Parse(row[column], NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // The file only has names, so abbreviations are made of their capital letters and, if needed, a number.
    private static string Abbreviate(string name, HashSet<string> taken)
    {
        var initials = new StringBuilder();
        foreach (var word in name.Split(' ', '-', '/', '('))
        {
            if (word.Length > 0 && char.IsUpper(word[0]) && initials.Length < 12)
                initials.Append(word[0]);
        }

        var abbreviation = initials.ToString();
        for (var number = 2; !taken.Add(abbreviation); number++)
            abbreviation = string.Create(CultureInfo.InvariantCulture, $"{initials}-{number}");
        return abbreviation;
    }

    /// <summary>One agency's year, as in the file.</summary>
    public sealed record Row(
        string Abbreviation,
        string Name,
        long PendingStart,
        long Received,
        long Resolved,
        long PendingEnd,
        string MedianDays
    );
}
