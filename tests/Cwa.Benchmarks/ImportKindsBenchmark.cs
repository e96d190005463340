using System.Diagnostics;
using System.Globalization;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Benchmarks;

/// <summary>
/// The cost of importing 100,000 rows that a verb does one by one, with audit trail and feed, compared with only
/// inserting the same records.
/// </summary>
internal static class ImportKindsBenchmark
{
    private const int Agencies = 100,
        EachAgency = 1000,
        Batch = 1000;

    /// <summary>Measures one kind, on SQLite and on a PostgreSQL server of its own.</summary>
    public static async Task RunAsync(string kind)
    {
        var rows = RowsOf(kind);
        await MeasureOnAsync("SQLite", rows, $"Data Source={await SampleDatabase.EmptyAsync()}", fresh: null);
        var folder = Directory.CreateTempSubdirectory("cwa-import-").FullName;
        using var postgres = await PrivatePostgres.StartAsync(folder, isKept: false);
        await MeasureOnAsync("PostgreSQL", rows, postgres.ConnectionString("cwa"), fresh: postgres);
    }

    private static async Task MeasureOnAsync(string on, Rows rows, string connection, PrivatePostgres? fresh)
    {
        if (fresh is not null)
            await fresh.SqlAsync("postgres", "-c", "CREATE DATABASE cwa");
        using var host = SampleDatabase.Host(
            ("ConnectionStrings:Cwa", connection),
            ("Database:Provider", fresh is null ? "Sqlite" : "PostgreSql")
        );
        var contexts = host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.UpdateSchemaAsync(default);
            if (!await db.Agencies.AnyAsync())
                await AgencyReferenceData.LoadAsync(db, default);
        }

        var (file, records) = await rows.MakeAsync(contexts);
        var watch = Stopwatch.StartNew();
        await ImportAsync(rows.Kind, contexts, file, result => result.Inserted);
        var import = watch.Elapsed;
        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64 >> 20;
        watch.Restart();
        await ImportAsync(rows.Kind, contexts, file, result => result.Unchanged);
        var again = watch.Elapsed;
        watch.Restart();
        await InsertAsync(contexts, records);
        var insert = watch.Elapsed;
        Console.WriteLine(
            $"{on}: {Agencies * EachAgency:N0} {rows.Kind} imported in {import.TotalSeconds:F1} s, again in "
                + $"{again.TotalSeconds:F1} s, inserted in {insert.TotalSeconds:F1} s, "
                + $"ratio {import / insert:F1}; peak of {peak} MB resident."
        );
    }

    private static async Task ImportAsync(
        string kind,
        IDbContextFactory<CwaDbContext> contexts,
        string file,
        Func<ImportResult, long> count
    )
    {
        await using var csv = File.OpenRead(file);
        var options = new ImportOptions(SampleOptions.UsualDay);
        var result = await Imports.RunAsync(Imports.Find(kind)!, csv, contexts, options, progress: null, default);
        if (!result.Committed || count(result) != Agencies * EachAgency)
            throw new InvalidOperationException($"Refused: {(result.Errors is [var first, ..] ? first : result)}");
    }

    private static async Task InsertAsync(IDbContextFactory<CwaDbContext> contexts, IEnumerable<object> records)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        foreach (var batch in records.Chunk(Batch))
        {
            db.AddRange(batch);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(default);
    }

    private static Rows RowsOf(string kind) =>
        kind switch
        {
            "surveys" => new SurveysToImport(),
            "measurements" => new MeasurementsToImport(),
            _ => throw new ArgumentException("Say surveys or measurements."),
        };

    /// <summary>The rows of a kind, as a file and as records.</summary>
    private abstract class Rows(string kind, string header)
    {
        public string Kind => kind;

        public async Task<(string File, IEnumerable<object> Records)> MakeAsync(
            IDbContextFactory<CwaDbContext> contexts
        )
        {
            await using var db = await contexts.CreateDbContextAsync();
            var agencies = await db
                .Agencies.Where(a => a.ActiveTo == null)
                .OrderBy(a => a.Abbreviation)
                .Take(Agencies)
                .ToListAsync();
            await PrepareAsync(db, agencies);
            var path = Path.Combine(Path.GetTempPath(), "cwa-benchmarks", $"{kind}.csv");
            await using var file = File.CreateText(path);
            await file.WriteLineAsync(header);
            foreach (var agency in agencies)
            {
                for (var i = 0; i < EachAgency; i++)
                    await file.WriteLineAsync(Line(agency, i));
            }

            return (path, agencies.SelectMany(agency => Enumerable.Range(0, EachAgency), Record));
        }

        protected virtual Task PrepareAsync(CwaDbContext db, List<Agency> agencies) => Task.CompletedTask;

        protected abstract string Line(Agency agency, int i);

        protected abstract object Record(Agency agency, int i);
    }

    private sealed class SurveysToImport()
        : Rows(
            "surveys",
            "agency,kind,title,conducted_from,conducted_to,channel,service,question,population,offered,responses,ratings"
        )
    {
        protected override string Line(Agency agency, int i) =>
            $"{agency.Abbreviation},CUSTOMER,Survey {i},1998-04-01,1998-04-{(i % 28) + 1:00},TELEPHONE,"
            + $"Service {i % 7},Were you served well?,4000,900,500,20;40;60;180;200";

        protected override object Record(Agency agency, int i) =>
            new Survey(
                agency.Id,
                SurveyKind.Customer,
                $"Other survey {i}",
                new(1998, 4, 1),
                new(1998, 4, (i % 28) + 1),
                new()
                {
                    Population = 4000,
                    Offered = 900,
                    Responses = 500,
                    Ratings = [20, 40, 60, 180, 200],
                },
                channel: Channel.Telephone,
                service: $"Service {i % 7}",
                question: "Were you served well?"
            );
    }

    private sealed class MeasurementsToImport() : Rows("measurements", "agency,standard,from_month,value")
    {
        private const int Standards = 20,
            Months = EachAgency / Standards;

        private Dictionary<Guid, List<ServiceStandard>> _standards = [];

        protected override async Task PrepareAsync(CwaDbContext db, List<Agency> agencies)
        {
            _standards = agencies.ToDictionary(
                agency => agency.Id,
                agency => Enumerable.Range(0, Standards).Select(i => Standard(agency, i)).ToList()
            );
            db.AddRange(_standards.Values.SelectMany(standards => standards));
            await db.SaveChangesAsync();
        }

        protected override string Line(Agency agency, int i) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{agency.Abbreviation},Promise {i / Months},{Month(i)},{90 + (i % 10)}"
            );

        protected override object Record(Agency agency, int i) =>
            new Measurement(_standards[agency.Id][i / Months], Month(i).Plus(-600), Month(i).Plus(-600), 90);

        private static ReportMonth Month(int i) => new ReportMonth(1998, 9).Plus(-(i % Months));

        private static ServiceStandard Standard(Agency agency, int i) =>
            new(
                agency.Id,
                $"Promise {i}",
                $"Measure {i}",
                "percent",
                95,
                TargetDirection.AtLeast,
                CustomerGroup.GeneralPublic,
                new(1990, 1, 1)
            );
    }
}
