using System.Globalization;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>Text, numbers and records in an exported file, and what an import makes of them.</summary>
public sealed class ExportedFileTests(OwnServers servers) : IClassFixture<OwnServers>
{
    private const string ImportColumns =
        "agency,month,title,description,starts_on,ends_on,medium,format,setting,access,topic_scope,"
        + "languages,place_kind,state,city,co_hosts,expected_reach";

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
}
