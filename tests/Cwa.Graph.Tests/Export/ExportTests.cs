using System.Globalization;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class ExportTests(OwnServers servers, SampleServers samples)
    : IClassFixture<OwnServers>,
        IClassFixture<SampleServers>
{
    private const string ImportColumns =
        "agency,month,title,description,starts_on,ends_on,medium,format,setting,access,topic_scope,"
        + "languages,place_kind,state,city,co_hosts,expected_reach";

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

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Text_is_exported_unchanged_and_never_runs_as_a_formula(string provider)
    {
        string[] titles =
        [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "=cmd|' /C calc'!A0",
            "\t=2",
            "\r=3",
            "'=4",
            "''+5",
            "＝6",
            "'tis",
            "commas, \"quotes\" and 'more'",
            "two\nlines",
            "two\r\nlines, two\rlines",
            "Kürbis 🎃 – naïve 東京",
            " spaces ",
        ];
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(
            agency,
            [.. titles.Select(title => Planned(title, others: ("description", title)))]
        );
        var where = new { agency = new { abbreviation = new { eq = agency.Abbreviation } } };

        var csv = await server
            .As(agency)
            .GetAsync("/export/events.csv".With(where, columns: "title,description"))
            .CsvAsync();
        var json = await server
            .As(agency)
            .GetAsync("/export/events.json".With(where, columns: "title,description"))
            .JsonAsync();

        string[] kept = [.. titles.Select(PlainText.Of)];
        Assert.Equal(
            kept.Order(StringComparer.Ordinal),
            Table.OfJson(json).Of("description").Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            kept.Select(t => "=+-@＝".Contains(t.TrimStart('\'')[0], StringComparison.Ordinal) ? "'" + t : t)
                .Order(StringComparer.Ordinal),
            csv.Of("title").Order(StringComparer.Ordinal)
        );
        Assert.Equal(csv.Of("title"), csv.Of("description"));
    }

    [Fact]
    public async Task A_negative_number_is_exported_as_a_number()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var standard = await server.HasStandardAsync(agency);
        Assert.Empty(
            (
                await server.SaveAnnualAsync(
                    agency,
                    AnnualReporting.Statement(standard, "-5 is what we reached.", -5, false)
                )
            ).Refusals()
        );

        var file = await server
            .As(agency)
            .GetAsync("/export/annual-results.csv?columns=text,result,met,year,status")
            .TextAsync();

        Assert.Equal("\uFEFFtext,result,met,year,status\r\n'-5 is what we reached.,-5,false,1998,DRAFT\r\n", file);
    }

    [Fact]
    public async Task An_empty_list_is_exported_as_a_header()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var csv = await server.As(agency).GetAsync("/export/liaisons.csv?columns=agency,name").TextAsync();
        var json = await server.As(agency).GetAsync("/export/liaisons.json").JsonAsync();

        Assert.Equal("\uFEFFagency,name\r\n", csv);
        Assert.Empty(json.GetProperty("rows").EnumerateArray());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Exported_events_are_recognised_when_imported(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, partner) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server.HasAcceptedAsync(
            agency,
            Planned("One, two\nand \"three\"", others: ("coHostIds", new[] { partner.Id() })),
            Planned("Kürbis 🎃", "1998-04-20", ("expectedReach", 40), ("city", "Fresno"))
        );
        var where = new { agency = new { abbreviation = new { eq = agency.Abbreviation } } };

        var file = await server
            .As(agency)
            .GetAsync("/export/events.csv".With(where, columns: ImportColumns))
            .TextAsync();
        var imported = await server.As(agency).ImportAsync("events", file);

        Assert.Equal((2, 0, 0, 2), imported.Counts());
    }

    [Fact]
    public async Task Exported_complaint_figures_are_recognised_when_imported()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.ImportAsync(agency);

        var file = await server
            .As(agency)
            .GetAsync(
                "/export/complaints.csv?columns=agency,month,category,top_category,channel,"
                    + "pending_start,received,resolved,pending_end,within_target,"
                    + "counts_missing,median_days,median_days_missing"
            )
            .TextAsync();
        var imported = await server.As(agency).ImportAsync("complaint-metrics", file);

        Assert.Equal((3, 0, 0, 3), imported.Counts());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_export_with_updatedSince_has_only_what_has_changed_since(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned("One"), Planned("Two"))).EventIds();
        var where = new { agency = new { abbreviation = new { eq = agency.Abbreviation } } };
        using var first = await server.As(agency).GetAsync("/export/events.csv".With(where));
        var dataAsOf = DateTime.Parse(
            first.Headers.GetValues("Data-As-Of").Single(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind
        );

        var nothing = await server
            .As(agency)
            .GetAsync("/export/events.csv".With(where, updatedSince: dataAsOf))
            .CsvAsync();
        await server.As(agency).DoneAsync("cancelEvent", new { eventId = ids[0], reason = "Snow." }, "event { id }");
        var changed = await server
            .As(agency)
            .GetAsync("/export/events.csv".With(where, updatedSince: dataAsOf))
            .CsvAsync();

        Assert.Empty(nothing.Rows);
        Assert.Equal([(ids[0], "CANCELLED")], changed.Rows.Select(r => (r["id"], r["status"])));
    }

    [Fact]
    public async Task An_export_says_when_it_was_made_and_what_the_memorandum_says_about_its_use()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        var before = server.Clock.GetUtcNow().UtcDateTime;

        using var csv = await server.Client.GetAsync("/export/liaisons.csv", token: null);
        using var answer = await server.Client.GetAsync("/export/liaisons.json", token: null);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        var notice = csv.Headers.GetValues("Notice").Single();
        Assert.StartsWith("Illustrative data: an invented year, seen on 1998-11-16.", notice, StringComparison.Ordinal);
        Assert.EndsWith(Cwa.Model.Directive.ConversationsWithAmerica.JudicialReview, notice, StringComparison.Ordinal);
        Assert.Equal(notice, json.Text("notice"));
        Assert.InRange(json.GetProperty("dataAsOf").GetDateTime(), before, server.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal("no-store", csv.Headers.CacheControl!.ToString());
        Assert.Equal("text/csv; charset=utf-8; header=present", csv.Content.Headers.ContentType!.ToString());
        Assert.Matches(
            "^\"?cwa-liaisons-[0-9]{8}T[0-9]{6}Z\\.csv\"?$",
            csv.Content.Headers.ContentDisposition!.FileName
        );
        Assert.EndsWith(
            ".json",
            answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_head_request_is_answered_with_no_rows()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/export/events.csv");

        using var answer = await server.Client.SendAsync(request);

        Assert.True(answer.Headers.Contains("Data-As-Of"));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("nothing.csv", 404, ErrorCodes.NotFound)]
    [InlineData("events.xlsx", 404, ErrorCodes.NotFound)]
    [InlineData("Events.csv", 404, ErrorCodes.NotFound)]
    [InlineData("events.csv?first=5", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where={}&where={}", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where=", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where={", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where={\"title\":1,\"title\":2}", 400, ErrorCodes.BadRequest)]
    [InlineData("events.csv?where=5", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?where={\"nothing\":{\"eq\":1}}", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?where={\"state\":{\"eq\":\"XX\"}}", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.json?order=[{\"attendance\":\"ASC\"}]", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?updatedSince=yesterday", 400, ErrorCodes.BadUserInput)]
    [InlineData("events.csv?columns=id,nothing", 400, ErrorCodes.BadRequest)]
    public async Task A_request_for_an_unknown_export_is_refused_with_a_code(string path, int status, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(await server.AsReviewer().GetAsync($"/export/{path}"));

        Assert.Equal((status, code, "application/json"), (answer.Status, answer.Code, answer.MediaType));
        Assert.Null(answer.Response.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task Too_many_conditions_are_refused_as_in_the_query()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var where = new { or = Enumerable.Range(0, 101).Select(i => new { title = new { eq = $"{i}" } }) };

        var answer = await Answer.OfAsync(await server.AsReviewer().GetAsync("/export/events.csv".With(where)));

        Assert.Equal((400, ErrorCodes.LimitExceeded), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_export_answers_GET_and_not_POST()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await Answer.OfAsync(
            await server.AsReviewer().PostAsync("/export/events.csv", new StringContent(""))
        );

        Assert.Equal((405, ErrorCodes.MethodNotAllowed), (answer.Status, answer.Code));
        Assert.Equal(["GET", "HEAD"], answer.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_page_of_an_export_takes_no_more_statements_than_a_page_of_the_query()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        var where = new { state = new { eq = "CA" }, startsOn = new { lt = "1998-05-01" } };
        server.Statements.Clear();

        var file = await server.Client.GetAsync("/export/events.csv".With(where), token: null).CsvAsync();

        Assert.NotEmpty(file.Rows);
        // One statement each for events, their agencies, hosts and reports.
        var pages = file.Rows.Count / 100 + 1;
        Assert.InRange(server.Statements.All.Count, 4, 4 * pages);
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

internal static class ExportedFigures
{
    /// <summary>Imports three rows of an agency's figures, one with a missing number.</summary>
    public static async Task ImportAsync(this CwaServer server, Agency agency) =>
        Assert.Equal(
            (3, 3, 0, 0),
            (
                await server
                    .As(agency)
                    .ImportAsync(
                        "complaint-metrics",
                        Importing.Figures(
                            $"{agency.Abbreviation},1998-04,10,5,3,12,2.5,,",
                            $"{agency.Abbreviation},1998-05,12,5,3,14,<1,,",
                            $"{agency.Abbreviation},1998-04,,5,3,12,2.5,\"Late, lost\",TIMELINESS"
                        )
                    )
            ).Counts()
        );
}
