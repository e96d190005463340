using CsCheck;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>Importing an export changes nothing, whatever happened before.</summary>
public sealed class ImportAgainTests(WritingServers servers) : IClassFixture<WritingServers>
{
    // Where each list has the agency of a row, for the condition of a single agency.
    private static readonly Dictionary<string, string[]> AgencyIn = new()
    {
        ["measurements"] = ["standard", "agency"],
        ["problem-solving-outcomes"] = ["event", "agency"],
    };

    private static readonly (string Export, ImportKind Kind)[] Files =
    [
        .. Imports
            .Kinds.Where(kind => kind.Name != "agencies")
            .Select(kind => (kind.Name == "complaint-metrics" ? "complaints" : kind.Name, kind)),
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
                    var file = await server.AsAdmin().GetAsync("/export/agencies.csv").TextAsync();
                    var imported = await server.AsAdmin().ImportAsync("agencies", file);
                    Assert.Equal((agencies.Length, 0, 0, agencies.Length), imported.Counts());
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
                Gen.Int[0, 24],
                Gen.Int[0, 2],
                Gen.Int[0, 7],
                Gen.Int[0, 7],
                (kind, month, which, how) => new Act(kind, month, which, how)
            )
            .Array[4, 40]
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
                    .GetAsync(
                        $"/export/{export}.csv".With(
                            agencies.Length == 1
                                ? Of(agencies[0], AgencyIn.GetValueOrDefault(export, ["agency"]))
                                : null,
                            columns: asked
                        )
                    )
                    .TextAsync();
                var answer = await server.As(agencies).ImportAsync(kind.Name, file);

                var (rows, inserted, updated, unchanged) = answer.Counts();
                Assert.Equal((0, 0, rows), (inserted, updated, unchanged));
                Assert.True(rows > 0 || agencies.Length == 1, export);
            }
        }

        Assert.Equal(before, await TraceAsync(server));
    }

    private static object Of(Agency agency, IEnumerable<string> path) =>
        path.Reverse()
            .Aggregate<string, object>(
                new { abbreviation = new { eq = agency.Abbreviation } },
                (inner, field) => new Dictionary<string, object> { [field] = inner }
            );

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
