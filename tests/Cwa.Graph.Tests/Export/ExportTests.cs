using System.Globalization;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

/// <summary>An export says the same as the query of its list.</summary>
public sealed class ExportTests(SampleServers samples) : IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_export_has_the_same_values_as_the_query_with_the_same_conditions(string provider)
    {
        var server = await samples.OnAsync(provider);
        var (where, order) = (
            new { state = new { @in = new[] { "CA", "TX" } }, endsOn = new { gte = "1998-05-01" } },
            new[] { new { endsOn = "DESC" } }
        );

        var asked = await AskAllAsync(
            server,
            "events",
            "EventFilterInput",
            "EventSortInput",
            where,
            order,
            "title startsOn status attendance agency { abbreviation } hosts { abbreviation } updatedAt"
        );
        var csv = await server.Client.GetAsync("/export/events.csv".With(where, order), token: null).CsvAsync();
        var json = Table.OfJson(
            await server.Client.GetAsync("/export/events.json".With(where, order), token: null).JsonAsync()
        );

        var expected = asked
            .Select(e =>
                string.Join(
                    '|',
                    e.Text("title"),
                    e.Text("startsOn"),
                    e.Text("status"),
                    e.GetProperty("attendance"),
                    e.GetProperty("agency").Text("abbreviation"),
                    string.Join(';', e.GetProperty("hosts").EnumerateArray().Select(h => h.Text("abbreviation"))),
                    e.Text("updatedAt")
                )
            )
            .ToList();
        Assert.True(expected.Count > 200);
        Assert.Equal(expected, csv.Rows.Select(Line));
        Assert.Equal(expected, json.Rows.Select(Line));
        Assert.Equal(csv.Columns, json.Columns);

        static string Line(IReadOnlyDictionary<string, string> row) =>
            string.Join(
                '|',
                row["title"],
                row["starts_on"],
                row["status"],
                row["attendance"],
                row["agency"],
                row["co_hosts"],
                row["updated_at"]
            );
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Complaint_figures_have_the_same_sums_in_every_format(string provider)
    {
        var server = await samples.OnAsync(provider);
        var where = new
        {
            month = new { gte = "1998-04", lte = "1998-06" },
            agency = new { parent = new { abbreviation = new { eq = "TREAS" } } },
        };

        var asked = await AskAllAsync(
            server,
            "complaintMetrics",
            "ComplaintMetricFilterInput",
            "ComplaintMetricSortInput",
            where,
            null,
            "received"
        );
        var csv = await server.Client.GetAsync("/export/complaints.csv".With(where), token: null).CsvAsync();
        var json = await server.Client.GetAsync("/export/complaints.json".With(where), token: null).JsonAsync();

        var sum = asked.Sum(m => m.GetProperty("received") is { ValueKind: JsonValueKind.Number } n ? n.GetInt64() : 0);
        Assert.True(sum > 1000);
        Assert.Equal(
            sum,
            csv.Of("received")
                .Where(cell => cell.Length > 0)
                .Sum(cell => long.Parse(cell, CultureInfo.InvariantCulture))
        );
        Assert.Equal(
            sum,
            json.GetProperty("rows")
                .EnumerateArray()
                .Sum(r => r.GetProperty("received") is { ValueKind: JsonValueKind.Number } n ? n.GetInt64() : 0)
        );
    }

    [SkippableTheory]
    [InlineData("events", "events", TestDatabase.Sqlite)]
    [InlineData("reports", "monthlyReports", TestDatabase.Sqlite)]
    [InlineData("reports", "monthlyReports", TestDatabase.PostgreSql)]
    [InlineData("liaisons", "liaisons", TestDatabase.Sqlite)]
    [InlineData("liaisons", "liaisons", TestDatabase.PostgreSql)]
    [InlineData("complaints", "complaintMetrics", TestDatabase.Sqlite)]
    public async Task An_export_has_each_record_once(string export, string list, string provider)
    {
        var server = await samples.OnAsync(provider);

        var file = await server.Client.GetAsync($"/export/{export}.csv", token: null).CsvAsync();
        var count = (await server.AskAsync($"{{ {list} {{ totalCount }} }}"))
            .GetProperty(list)
            .GetProperty("totalCount")
            .GetInt32();

        Assert.Equal(count, file.Of("id").Distinct().Count());
        Assert.Equal(count, file.Rows.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Annual_results_have_a_row_for_each_statement(string provider)
    {
        var server = await samples.OnAsync(provider);
        var where = new { year = new { eq = 1997 } };

        var asked = await AskAllAsync(
            server,
            "annualReports",
            "AnnualReportFilterInput",
            "AnnualReportSortInput",
            where,
            null,
            "id year publishedOn agency { abbreviation } statements { text result met standard { statement } }"
        );
        var file = await server.Client.GetAsync("/export/annual-results.csv".With(where), token: null).CsvAsync();

        Assert.Equal(
            asked.SelectMany(r =>
                r.GetProperty("statements")
                    .EnumerateArray()
                    .Select(s =>
                        string.Join(
                            '|',
                            r.Text("id"),
                            r.GetProperty("year"),
                            r.Text("publishedOn"),
                            r.GetProperty("agency").Text("abbreviation"),
                            s.Text("text"),
                            s.GetProperty("result"),
                            s.GetProperty("met").ToString().ToLowerInvariant(),
                            s.GetProperty("standard").Text("statement")
                        )
                    )
            ),
            file.Rows.Select(r =>
                string.Join(
                    '|',
                    r["report_id"],
                    r["year"],
                    r["published_on"],
                    r["agency"],
                    r["text"],
                    r["result"],
                    r["met"],
                    r["standard"]
                )
            )
        );
        Assert.True(file.Rows.Count > 100);
    }

    [Fact]
    public async Task Every_column_is_a_field_of_the_schema()
    {
        var schema = (await samples.OnAsync(TestDatabase.Sqlite)).Services.GetRequiredService<GraphSchema>();
        schema.Initialize();

        foreach (var export in Exports.All)
        {
            var document = new ExportDocument(
                schema,
                export,
                export.Columns,
                hasConditions: false,
                new Caller("npr", "npr", Roles.All, [], [])
            );
            Assert.Equal(export.Columns.Count, export.Columns.Select(c => c.Name).Distinct().Count());
            Assert.All(document.Paths, Assert.NotNull);
        }
    }

    private static async Task<List<JsonElement>> AskAllAsync(
        CwaServer server,
        string list,
        string filter,
        string sort,
        object? where,
        object? order,
        string fields
    )
    {
        var all = new List<JsonElement>();
        for (string? after = null; ; )
        {
            var page = (
                await server.AskAsync(
                    $$"""
                    query ($where: {{filter}}, $order: [{{sort}}!], $after: String) {
                      {{list}}(first: 40, after: $after, where: $where, order: $order) {
                        nodes { {{fields}} } pageInfo { hasNextPage endCursor }
                      }
                    }
                    """,
                    new
                    {
                        where,
                        order,
                        after,
                    }
                )
            ).GetProperty(list);
            all.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                return all;
            after = page.GetProperty("pageInfo").Text("endCursor");
        }
    }
}
