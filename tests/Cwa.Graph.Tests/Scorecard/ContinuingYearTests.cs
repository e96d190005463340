using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Cells;

namespace Cwa.Graph.Tests;

/// <summary>Programs and other venues on the scorecard, as the database tells them.</summary>
public sealed class ContinuingYearTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_running_program_stands_for_a_conversation_in_each_of_its_months(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var line = new Cwa.Model.Program(agency.Id, "Comment line", "Customers call.", new(1998, 4, 30));
        var over = new Cwa.Model.Program(agency.Id, "Cards", "Customers write.", new(1997, 1, 1), new(1997, 12, 31));
        await SaveAsync(server, line, over);

        var open = await CellAsync(server, agency, "CWA-1.1", "1998-11-16");
        await server
            .As(agency)
            .DoneAsync(
                "endProgram",
                new { programId = NodeId.Encode(nameof(Cwa.Model.Program), line.Id), endsOn = "1998-08-31" },
                "program { id }"
            );
        var ended = await CellAsync(server, agency, "CWA-1.1", "1998-11-16");

        Assert.Equal(("PENDING", "Program"), (open.Text("status"), Evidence(open)));
        Assert.Equal(1, open.GetProperty("evidenceCount").GetInt32());
        Assert.Equal(
            ("NOT_MET", "No conversation was held or planned, and no program ran, in September 1998 and October 1998."),
            (ended.Text("status"), ended.Text("reason"))
        );
        Assert.Equal("PENDING", (await CellAsync(server, agency, "CWA-1.1", "1998-08-31")).Text("status"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_of_any_format_is_a_venue_for_all_its_agencies_once_it_is_told_what_it_solved(
        string provider
    )
    {
        var server = await servers.OnAsync(provider);
        var (lead, partner) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var ids = (
            await server.HasAcceptedAsync(
                lead,
                Reporting.Planned("Fair", "1998-04-20", ("coHostIds", new[] { partner.Id() })),
                Reporting.Planned("Hall", "1998-04-21")
            )
        ).EventIds();
        var before = await CellAsync(server, partner, "CWA-4.2", "1998-11-16");
        foreach (var id in ids)
            await SolvesAsync(server, lead, id);

        var (mine, yours) = (
            await CellAsync(server, lead, "CWA-4.2", "1998-11-16"),
            await CellAsync(server, partner, "CWA-4.2", "1998-11-16")
        );

        Assert.Equal("PENDING", before.Text("status"));
        Assert.Equal(
            ("MET", "No problem-solving day was held in 1998, but problems were solved at 2 other events."),
            (mine.Text("status"), mine.Text("reason"))
        );
        Assert.Equal(("MET", 1), (yours.Text("status"), yours.GetProperty("evidenceCount").GetInt32()));
        Assert.Equal("Event", Evidence(yours));
        // It counts from the event's last day, whenever it was told.
        Assert.Equal("PENDING", (await CellAsync(server, lead, "CWA-4.2", "1998-04-19")).Text("status"));

        await server
            .As(lead)
            .DoneAsync("cancelEvent", new { eventId = ids[1], reason = "It was another day." }, "event { id }");
        Assert.Equal(
            1,
            (await CellAsync(server, lead, "CWA-4.2", "1998-11-16")).GetProperty("evidenceCount").GetInt32()
        );
        // On the day before, the event was not cancelled.
        Assert.Equal(
            2,
            (await CellAsync(server, lead, "CWA-4.2", "1998-11-15")).GetProperty("evidenceCount").GetInt32()
        );
    }

    private static Task SolvesAsync(CwaServer server, Agency agency, string eventId) =>
        server
            .As(agency)
            .DoneAsync(
                "recordProblemSolvingOutcome",
                new
                {
                    eventId,
                    appointments = 0,
                    walkIns = 12,
                    solvedByPhone = 0,
                    casesOpened = 5,
                    casesResolved = 4,
                },
                "problemSolvingOutcome { id }"
            );

    private static string? Evidence(System.Text.Json.JsonElement cell) =>
        cell.GetProperty("evidence").EnumerateArray().First().Text("__typename");
}
