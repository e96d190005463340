using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Importing;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class ImportEndpointTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_file_is_stored_once_however_often_it_is_sent(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var csv = Events(Hall(agency), Hall(agency, title: "Open house"), Hall(agency, "1998-05"));

        var tried = await server.As(agency).ImportAsync("events?dryRun=true", csv);
        var first = await server.As(agency).ImportAsync("events", csv);
        var again = await server.As(agency).ImportAsync("events", csv);

        Assert.Equal((3, 3, 0, 0), tried.Counts());
        Assert.False(tried.Json.GetProperty("committed").GetBoolean());
        Assert.Equal((3, 3, 0, 0), first.Counts());
        Assert.True(first.Json.GetProperty("committed").GetBoolean());
        Assert.Equal((3, 0, 0, 3), again.Counts());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var trail = await db.AuditEntries.Where(e => e.AgencyId == agency.Id).ToListAsync();
        Assert.Equal([("importEvents", "pat"), ("importEvents", "pat")], trail.Select(e => (e.Action, e.Actor)));
        Assert.Equal(2, await db.FeedEntries.CountAsync(e => e.AgencyId == agency.Id));
        Assert.Equal(
            new DateOnly(1998, 11, 16),
            Washington.DateOf((await db.MonthlyReports.FirstAsync(r => r.AgencyId == agency.Id)).SubmittedAt!.Value)
        );
    }

    [Fact]
    public async Task Whoever_acts_for_one_agency_need_not_name_it()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (one, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        const string file = "month,description,starts_on\n1998-04,We ask what people want.,1998-04-14\n";

        var alone = await server.As(one).ImportAsync("events", file);
        var both = await server.As(one, other).ImportAsync("events", file);
        var said = await server.As(one, other).ImportAsync($"events?value.agency={other.Abbreviation}", file);

        Assert.Equal((1, 1, 0, 0), alone.Counts());
        Assert.Equal(
            (422, "value.agency"),
            (both.Status, both.Json.GetProperty("errors")[0].GetProperty("question").GetProperty("option").GetString())
        );
        Assert.Equal((1, 1, 0, 0), said.Counts());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Rows_for_another_agency_are_refused_as_unknown_and_nothing_is_stored(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var component = await server.HasAgencyAsync(agency);
        var other = await server.HasAgencyAsync();

        var answer = await server
            .As(agency)
            .ImportAsync(
                "complaint-metrics",
                Figures(
                    $"{agency.Abbreviation},1998-04,1,1,1,1,1,,",
                    $"{component.Abbreviation},1998-04,1,1,1,1,1,,",
                    $"{other.Abbreviation},1998-04,1,1,1,1,1,,",
                    "NONE,1998-04,1,1,1,1,1,,",
                    $"{agency.Abbreviation},1998-13,1,1,1,1,1,,"
                )
            );

        Assert.Equal((422, "application/json"), (answer.Status, answer.MediaType));
        Assert.Equal(
            (3, false),
            (answer.Json.GetProperty("errorCount").GetInt32(), answer.Json.GetProperty("committed").GetBoolean())
        );
        Assert.Equal(
            [
                $"4 agency There is no agency {other.Abbreviation} for which you may write.",
                "5 agency There is no agency NONE for which you may write.",
                "6 month '1998-13' is not a month such as 1998-04.",
            ],
            answer
                .Json.GetProperty("errors")
                .EnumerateArray()
                .Select(e => $"{e.GetProperty("line")} {e.Text("column")} {e.Text("reason")}")
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.False(await db.ComplaintMetrics.AnyAsync(m => m.AgencyId == agency.Id || m.AgencyId == component.Id));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task At_most_twenty_agencies_hold_an_event_together(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var partners = new List<Agency>();
        for (var i = 0; i < 20; i++)
            partners.Add(await server.HasAgencyAsync());
        string[] hosts = [.. partners.Take(19).Append(agency).Select(a => a.Abbreviation)];

        var most = await server.As(agency).ImportAsync("events", Events(Hall(agency, coHost: string.Join(';', hosts))));
        var tooMany = await server
            .As(agency)
            .ImportAsync(
                "events",
                Events(Hall(agency, "1998-05", coHost: string.Join(';', hosts.Append(partners[19].Abbreviation))))
            );
        var mutation = await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-06",
                    events = new[]
                    {
                        Planned(
                            startsOn: "1998-06-14",
                            others: ("coHostIds", partners.Take(19).Append(agency).Select(a => a.Id()))
                        ),
                    },
                },
                Thing
            );

        Assert.Equal((1, 1, 0, 0), most.Counts());
        Assert.Equal(422, tooMany.Status);
        Assert.Equal(
            "2 co_hosts This list has 20 items; at most 19 fit.",
            Assert.Single(tooMany.Json.GetProperty("errors").EnumerateArray().Lines("line", "column", "reason"))
        );
        // The month is over.
        Assert.Equal(["input.month"], mutation.Warnings());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_value_that_looks_like_a_formula_is_stored_unchanged(string provider)
    {
        string[] formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"];
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var answer = await server
            .As(agency)
            .ImportAsync("events", Events([.. formulas.Select(title => Hall(agency, title: title))]));
        var data = await server
            .As(agency)
            .AskAsync(
                "query ($agency: String) { events(where: { agency: { abbreviation: { eq: "
                    + "$agency } } }) { nodes { title } } }",
                new { agency = agency.Abbreviation }
            );

        Assert.Equal((5, 5, 0, 0), answer.Counts());
        Assert.Equal(
            formulas.Order(),
            data.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(e => e.Text("title")).Order()
        );
    }
}
