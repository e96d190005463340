using System.Globalization;
using System.Text.Json;
using Cwa.Model.Tests;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Foia;

namespace Cwa.Graph.Tests;

/// <summary>Real figures of 121 agencies, imported or sent by a tool, and read back through the API.</summary>
public sealed class FoiaTests(FoiaServers servers) : IClassFixture<FoiaServers>
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_API_returns_the_totals_of_every_agency_and_of_all_agencies(string provider)
    {
        var server = await servers.OnAsync(provider);

        var byAgency = await TrendAsync(server, "[AGENCY]");
        var government = Assert.Single(await TrendAsync(server, "[]"));

        Assert.Equal(121, byAgency.Count);
        Assert.Equal(
            Report!
                .Agencies.Select(a => new Totals(a.Abbreviation, a.PendingStart, a.Received, a.Resolved, a.PendingEnd))
                .OrderBy(t => t.Agency, StringComparer.Ordinal),
            byAgency.OrderBy(t => t.Agency, StringComparer.Ordinal)
        );
        Assert.Equal(
            new(null, Report.Total.PendingStart, Report.Total.Received, Report.Total.Resolved, Report.Total.PendingEnd),
            government
        );
        Assert.DoesNotContain(
            byAgency.Append(government),
            t => t.PendingStart + t.Received - t.Resolved != t.PendingEnd
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_month_that_restates_figures_after_the_year_of_the_file_is_found(string provider)
    {
        await using var server = await ImportedAsync(provider);
        // The following year is not in the data. So the next month opens as the year closed, except for every third
        // agency, 40 of 121. Those restate it by as many complaints as their place in the file, some up and some down.
        var restated = Report!
            .Agencies.Index()
            .Where(a => a.Index % 3 == 0 && a.Index > 0)
            .ToDictionary(
                a => a.Item.Abbreviation,
                a => a.Index % 2 == 0 || a.Item.PendingEnd < a.Index ? a.Index : -a.Index
            );
        await ImportAsync(server, "complaint-metrics", NextMonthCsv(restated));

        var data = await server.AskAsync(
            """
            {
              complaintCarryOver(from: "2023-10", to: "2023-10", first: 200) {
                totalCount
                breaks { agency { abbreviation } monthBefore closing opening difference }
              }
              gaps: complaintCarryOver(from: "2022-10", to: "2023-10", kind: GAP) { totalCount }
            }
            """
        );
        var carryOver = data.GetProperty("complaintCarryOver");

        Assert.Equal(40, restated.Count);
        Assert.Equal(0, data.GetProperty("gaps").GetProperty("totalCount").GetInt32());
        Assert.Equal(40, carryOver.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            restated.OrderByDescending(r => Math.Abs(r.Value)).Select(r => (r.Key, (long)r.Value)),
            carryOver
                .GetProperty("breaks")
                .EnumerateArray()
                .Select(b => (b.GetProperty("agency").Text("abbreviation")!, b.GetProperty("difference").GetInt64()))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_row_balances_and_every_gap_in_the_file_has_a_reason(string provider)
    {
        var server = await servers.OnAsync(provider);

        var rows = await MetricsAsync(server);

        Assert.Equal(121, rows.Count);
        Assert.All(rows, row => Assert.True(row.GetProperty("balances").GetBoolean()));
        var expected = Report!.Agencies.ToDictionary(a => a.Abbreviation, MedianMissing);
        Assert.All(
            rows,
            row =>
                Assert.Equal(expected[row.GetProperty("agency").Text("abbreviation")!], row.Text("medianDaysMissing"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_reported_through_the_API_read_back_equal(string provider)
    {
        await using var server = await WithAgenciesAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var agencies = await db.Agencies.ToListAsync();
        var ids = agencies.ToDictionary(a => a.Abbreviation, a => a.Id());

        var payload = await server
            .As([.. agencies])
            .DoneAsync(
                "reportComplaintMetrics",
                new
                {
                    metrics = Report!.Agencies.Select(a => new
                    {
                        agencyId = ids[a.Abbreviation],
                        month = FoiaReport.Month,
                        covers = "YEAR",
                        pendingStart = a.PendingStart,
                        received = a.Received,
                        resolved = a.Resolved,
                        pendingEnd = a.PendingEnd,
                        countsMissing = "NOT_COLLECTED",
                        medianDays = Median(a),
                        medianDaysMissing = MedianMissing(a),
                    }),
                },
                "complaintMetrics { revision }"
            );
        var rows = await MetricsAsync(server);

        Assert.Equal(121, payload.GetProperty("complaintMetrics").GetArrayLength());
        Assert.Equal(
            Report
                .Agencies.Select(a =>
                    (a.Abbreviation, a.PendingStart, a.Received, a.Resolved, a.PendingEnd, Median(a), MedianMissing(a))
                )
                .Order(),
            rows.Select(row =>
                    (
                        row.GetProperty("agency").Text("abbreviation")!,
                        row.GetProperty("pendingStart").GetInt64(),
                        row.GetProperty("received").GetInt64(),
                        row.GetProperty("resolved").GetInt64(),
                        row.GetProperty("pendingEnd").GetInt64(),
                        row.GetProperty("medianDays") is { ValueKind: JsonValueKind.Number } days
                            ? days.GetDouble()
                            : (double?)null,
                        row.Text("medianDaysMissing")
                    )
                )
                .Order()
        );
    }

    private static byte[] NextMonthCsv(Dictionary<string, int> restated) =>
        System.Text.Encoding.UTF8.GetBytes(
            string.Join(
                '\n',
                Report!
                    .Agencies.Select(a =>
                        (a.Abbreviation, Opening: a.PendingEnd + restated.GetValueOrDefault(a.Abbreviation))
                    )
                    .Select(a =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{a.Abbreviation},2023-10,{a.Opening},0,0,{a.Opening},N/A"
                        )
                    )
                    .Prepend("agency,month,pending_start,received,resolved,pending_end,median_days")
            )
        );

    private static async Task<List<Totals>> TrendAsync(CwaServer server, string groupBy)
    {
        var data = await server.AskAsync(
            $$"""
            {
              complaintTrend(from: "2022-10", to: "2023-09", interval: FISCAL_YEAR, groupBy: {{groupBy}}) {
                points { agency { abbreviation } pendingStart received resolved pendingEnd }
              }
            }
            """
        );
        return
        [
            .. data.GetProperty("complaintTrend")
                .GetProperty("points")
                .EnumerateArray()
                .Select(p =>
                    p.Deserialize<Totals>(CamelCase)! with
                    {
                        Agency = p.GetProperty("agency") is { ValueKind: JsonValueKind.Object } agency
                            ? agency.GetProperty("abbreviation").GetString()
                            : null,
                    }
                ),
        ];
    }

    private static async Task<List<JsonElement>> MetricsAsync(CwaServer server)
    {
        var rows = new List<JsonElement>();
        string? after = null;
        do
        {
            var page = (
                await server.AskAsync(
                    """
                    query ($after: String) {
                      complaintMetrics(first: 100, after: $after) {
                        nodes { agency { abbreviation } pendingStart received resolved pendingEnd balances
                          medianDays medianDaysMissing }
                        pageInfo { hasNextPage endCursor }
                      }
                    }
                    """,
                    new { after }
                )
            ).GetProperty("complaintMetrics");
            rows.AddRange(page.GetProperty("nodes").EnumerateArray());
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        } while (after is not null);
        return rows;
    }

    private sealed record Totals(
        [property: System.Text.Json.Serialization.JsonIgnore] string? Agency,
        long PendingStart,
        long Received,
        long Resolved,
        long PendingEnd
    );
}
