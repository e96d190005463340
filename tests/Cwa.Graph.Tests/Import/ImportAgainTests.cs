using CsCheck;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>Importing an export changes nothing, whatever happened before.</summary>
public sealed class ImportAgainTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly (string Export, ImportKind Kind)[] Files =
    [
        ("events", Imports.Find("events")!),
        ("complaints", Imports.Find("complaint-metrics")!),
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Importing_the_exports_of_any_sample_year_changes_nothing(string provider)
    {
        TestDatabase.Require(provider);
        await Gen.Select(Gen.Int[1, int.MaxValue], Gen.Int[60, 303])
            .SampleAsync(
                async (seed, days) =>
                {
                    await using var database = await TestDatabase.CreateAsync(provider);
                    var today = Agency.DirectiveDay.AddDays(days);
                    await SampleYear.LoadAsync(
                        database.Contexts,
                        new(today: today, seed: seed),
                        progress: null,
                        default
                    );
                    await using var server = CwaServer.OnDay(database, $"{today:O}");
                    Agency[] agencies;
                    await using (var db = await database.Contexts.CreateDbContextAsync())
                        agencies = await db.Agencies.AsNoTracking().ToArrayAsync();

                    await ChangesNothingAsync(server, agencies);
                    await ChangesNothingAsync(server, agencies[seed % agencies.Length]);
                },
                iter: 1,
                threads: 1
            );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Importing_an_agencys_exports_changes_nothing_whatever_it_and_NPR_did_before(string provider)
    {
        var server = await servers.OnAsync(provider);
        await Gen.Select(
                Gen.Int[0, 9],
                Gen.Int[0, 2],
                Gen.Int[0, 7],
                Gen.Int[0, 7],
                (kind, month, which, how) => new Act(kind, month, which, how)
            )
            .Array[4, 24]
            .SampleAsync(
                async acts =>
                {
                    var year = await RandomYear.HasAsync(server, acts);
                    await ChangesNothingAsync(server, year);
                },
                iter: 20,
                threads: 1
            );
    }

    private static async Task ChangesNothingAsync(CwaServer server, params Agency[] agencies)
    {
        var before = await TraceAsync(server);
        var where = new { agency = new { abbreviation = new { @in = agencies.Select(a => a.Abbreviation) } } };
        foreach (var (export, kind) in Files)
        {
            var names = Exports.All.Single(e => e.Name == export).Columns.Select(column => column.Name);
            var columns = string.Join(
                ',',
                names.Where(name => kind.RequiredColumns.Contains(name) || kind.OptionalColumns.Contains(name))
            );
            // Without the columns that only exports have, as people write files.
            var plain = string.Join(
                ',',
                columns.Split(',').Except(["id", "status", "attendance", "count_method", "postponed_from"])
            );
            foreach (var asked in new[] { null, columns, plain })
            {
                var file = await server
                    .As(agencies)
                    .GetAsync($"/export/{export}.csv".With(agencies.Length == 1 ? where : null, columns: asked))
                    .TextAsync();
                var answer = await server.As(agencies).ImportAsync(kind.Name, file);

                var (rows, inserted, updated, unchanged) = answer.Counts();
                Assert.Equal((0, 0, rows), (inserted, updated, unchanged));
                Assert.True(rows > 0 || agencies.Length == 1, export);
            }
        }

        Assert.Equal(before, await TraceAsync(server));
    }

    // Every change leaves a trace in one of these.
    private static async Task<(int Audit, int Feed, int Reports, int Told, int Figures, DateTime? Events)> TraceAsync(
        CwaServer server
    )
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        return (
            await db.AuditEntries.CountAsync(),
            await db.FeedEntries.CountAsync(),
            await db.MonthlyReports.CountAsync(),
            await db.EventRevisions.CountAsync(),
            await db.ComplaintMetrics.CountAsync(),
            await db.Events.MaxAsync(e => (DateTime?)e.UpdatedAt)
        );
    }
}
