using System.Globalization;
using System.IO.Compression;
using CsvHelper;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>The government's FOIA annual reports of 2023, as they are published, beside the agencies of 1998.</summary>
public sealed class FoiaReportFileTests
{
    private const string Archive = "foia-all-agencies-csv-2023.zip";
    private const string Absent = "The public FOIA data are not beside the repository: ../shared/data/" + Archive;
    private const string Counts = "foia-received-processed-and-pending-foia-requests (1).csv";
    private const string Times = "foia-processed-requests-response-time-for-all-processed-perfected-requests.csv";
    private const string All = "All agencies";

    private static readonly string[] Columns =
    [
        "Number of Requests Pending as of Start of Fiscal Year",
        "Number of Requests Received in Fiscal Year",
        "Number of Requests Processed in Fiscal Year",
        "Number of Requests Pending as of End of Fiscal Year",
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_imported_and_what_is_listed_add_up_to_the_files_own_total(string provider)
    {
        Skip.If(SharedData.Find(Archive) is null, Absent);
        await using var database = await WithAgenciesAsync(provider);
        var file = Read(Counts);

        var asked = await database.ImportAsync("complaint-metrics", file, On2024());
        var result = await database.ImportAsync("complaint-metrics", file, On2024(("agency.*", "ignore")));

        // A row of an agency that is not known is listed with its line, both times.
        var listed = asked.Errors.Select(error => error.Line).ToList();
        Assert.All(
            asked.Errors,
            error => Assert.StartsWith("agency.", error.Question!.Option, StringComparison.Ordinal)
        );
        Assert.Equal(asked.ErrorCount, asked.WrongRows);
        Assert.Equal(
            listed,
            result.Warnings.Where(w => w.Reason.StartsWith("The row is passed over.", Ordinal)).Select(w => w.Line)
        );
        Assert.Equal((121, 121 - listed.Count, true), (result.Rows, result.Inserted, result.Committed));
        Assert.DoesNotContain(result.Warnings, warning => warning.Reason.StartsWith("The total is", Ordinal));

        await using var db = database.Contexts.CreateDbContext();
        var stored = await db.ComplaintMetrics.AsNoTracking().ToListAsync();
        Assert.All(stored, m => Assert.Equal((CoveredPeriod.Year, "2022-10"), (m.Covers, $"{m.Month}")));
        var rows = Rows(file);
        var total = rows.Single(row => row["Agency"] == All);
        long?[] imported =
        [
            stored.Sum(m => m.PendingStart),
            stored.Sum(m => m.Received),
            stored.Sum(m => m.Resolved),
            stored.Sum(m => m.PendingEnd),
        ];
        // The first row is on line 2.
        var left = listed.ConvertAll(line => rows[(int)line - 2]);
        Assert.Equal(
            Columns.Select(column => Number(total, column)),
            Columns.Select((column, i) => imported[i]!.Value + left.Sum(row => Number(row, column)))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_row_whose_agency_is_not_known_is_listed_with_the_nearest_and_answered_by_an_option(
        string provider
    )
    {
        Skip.If(SharedData.Find(Archive) is null, Absent);
        await using var database = await WithAgenciesAsync(provider);
        var file = Read(Counts);

        var asked = await database.ImportAsync("complaint-metrics", file, On2024());
        var result = await database.ImportAsync(
            "complaint-metrics",
            file,
            On2024(("agency.Federal Reserve System", "FRS"), ("agency.*", "ignore"))
        );
        var again = await database.ImportAsync(
            "complaint-metrics",
            file,
            On2024(("agency.Federal Reserve System", "FRS"), ("agency.*", "ignore"))
        );

        var reserve = Assert.Single(asked.Errors, error => error.Reason.Contains("Federal Reserve System", Ordinal));
        Assert.Contains("FRS", reserve.Question!.Choices.Select(choice => choice.Value));
        Assert.Equal("ignore", reserve.Question.Choices[^1].Value);
        Assert.DoesNotContain(result.Warnings, warning => warning.Line == reserve.Line && warning.Column == "agency");
        Assert.Equal((result.Inserted, 0, 0), (again.Unchanged, again.Inserted, again.ErrorCount));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(772, (await db.ComplaintMetrics.SingleAsync(m => m.Agency.Abbreviation == "FRS")).Received);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Response_times_stand_beside_the_counts_by_track_and_change_no_sum(string provider)
    {
        Skip.If(SharedData.Find(Archive) is null, Absent);
        await using var database = await WithAgenciesAsync(provider);
        await database.ImportAsync("complaint-metrics", Read(Counts), On2024(("agency.*", "ignore")));
        var file = Read(Times);

        var result = await database.ImportAsync("complaint-metrics", file, On2024(("agency.*", "ignore")));

        Assert.Equal((0, true), (result.ErrorCount, result.Committed));
        var listed = result.Warnings.Where(w => w.Reason.StartsWith("The row is passed over.", Ordinal));
        var left = listed.Select(w => (int)w.Line - 2).ToHashSet();
        var times =
            from row in Rows(file).Index()
            where !left.Contains(row.Index)
            from track in new[] { "Simple", "Complex", "Expedited Processing" }
            let days = row.Item[$"{track} - Median Number of Days"]
            where days.Any(char.IsAsciiDigit)
            select $"{track} {(days == "<1" ? days : Days(double.Parse(days, CultureInfo.InvariantCulture)))}";
        await using var db = database.Contexts.CreateDbContext();
        var stored = await db
            .ComplaintMetrics.Where(m => m.CategoryId != null)
            .Select(m => new
            {
                Track = m.Category!.Name,
                m.MedianDays,
                m.MedianDaysMissing,
                m.Received,
            })
            .ToListAsync();
        Assert.Equal(
            times.Order(StringComparer.Ordinal),
            stored
                .Select(m => $"{m.Track["FOIA: ".Length..]} {Days(m.MedianDays, m.MedianDaysMissing)}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(stored, m => Assert.Null(m.Received));
        var total = await db.ComplaintMetrics.Where(m => m.CategoryId == null).SumAsync(m => m.Received);
        Assert.Equal(total, await db.ComplaintMetrics.Once().SumAsync(m => m.Received));
        Assert.Equal(total, await db.ComplaintMetrics.Once(byCategory: true).SumAsync(m => m.Received));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static async Task<TestDatabase> WithAgenciesAsync(string provider)
    {
        var database = await ImportDatabase.CreateAsync(provider);
        await database.ImportAsync("agencies", await File.ReadAllBytesAsync(SharedData.Find("agencies-1998.csv")!));
        return database;
    }

    private static Func<ImportOptions, ImportOptions> On2024(params (string Option, string Value)[] answers)
    {
        var answered = ImportDatabase.With(answers);
        return options => answered(options) with { Today = new(2024, 1, 31) };
    }

    private static string Days(double? days, MissingReason? missing = null) =>
        missing == MissingReason.LessThan ? "<1" : days!.Value.ToString(CultureInfo.InvariantCulture);

    private static byte[] Read(string name)
    {
        using var zip = ZipFile.OpenRead(SharedData.Find(Archive)!);
        using var entry = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static List<Dictionary<string, string>> Rows(byte[] file)
    {
        using var csv = CsvReader.Create(new MemoryStream(file));
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(csv.Headers.Index().ToDictionary(header => header.Item, header => csv.GetString(header.Index)));
        return rows;
    }

    private static long Number(Dictionary<string, string> row, string column) =>
        long.Parse(row[column], CultureInfo.InvariantCulture);
}
