using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class EventOutcomeTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] TopIssues = ["Lost cheques"];

    private const string Thing = "event { id status attendance countMethod }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_is_confirmed_and_its_attendance_corrected(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = (await server.HasAcceptedAsync(agency, Planned(others: ("expectedReach", 100)))).EventIds()[0];

        var first = await server
            .As(agency)
            .DoneAsync(
                "confirmEvent",
                new
                {
                    eventId = id,
                    attendance = 10,
                    countMethod = "ESTIMATED",
                },
                Thing
            );
        var second = await server
            .As(agency)
            .DoneAsync(
                "confirmEvent",
                new
                {
                    eventId = id,
                    attendance = 90,
                    countMethod = "COUNTED",
                },
                Thing
            );

        Assert.Equal(["input.attendance"], first.Warnings());
        Assert.Empty(second.Warnings());
        Assert.Equal(
            ("HELD", 90),
            (
                second.GetProperty("event").Text("status"),
                second.GetProperty("event").GetProperty("attendance").GetInt32()
            )
        );
    }

    [Fact]
    public async Task A_future_event_cannot_be_confirmed_as_held()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var report = await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-12",
                    events = new[] { Planned(startsOn: "1998-12-01") },
                },
                Reporting.Thing
            );

        var payload = await server
            .As(agency)
            .DoAsync("confirmEvent", new { eventId = report.EventIds()[0], attendance = -1 }, Thing);

        Assert.Equal(
            [
                "NegativeNumber input.attendance",
                "AttendanceNeedsMethod input.countMethod",
                "EventNotHeldYet input.eventId",
            ],
            payload.Refusals()
        );
    }

    [Fact]
    public async Task A_held_or_cancelled_event_cannot_be_called_off()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var ids = (await server.HasAcceptedAsync(agency, Planned("One"), Planned("Two"))).EventIds();
        await server.As(agency).DoneAsync("confirmEvent", new { eventId = ids[0] }, Thing);
        await server.As(agency).DoneAsync("cancelEvent", new { eventId = ids[1], reason = "Snow." }, Thing);

        foreach (var id in ids)
        {
            var cancelled = await server
                .As(agency)
                .DoAsync("cancelEvent", new { eventId = id, reason = "Snow." }, Thing);
            var postponed = await server
                .As(agency)
                .DoAsync(
                    "postponeEvent",
                    new
                    {
                        eventId = id,
                        reason = "Snow.",
                        endsOn = "1998-12-01",
                    },
                    Thing
                );
            Assert.Equal(["EventDecided input.eventId"], cancelled.Refusals());
            Assert.Equal(["EndWithoutStart input.endsOn", "EventDecided input.eventId"], postponed.Refusals());
        }
    }

    [Fact]
    public async Task Only_the_lead_agency_changes_an_event()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var partner = await server.HasAgencyAsync();
        var id = (
            await server.HasAcceptedAsync(agency, Planned(others: ("coHostIds", new[] { partner.Id() })))
        ).EventIds()[0];

        foreach (var verb in new[] { "confirmEvent", "cancelEvent", "postponeEvent" })
        {
            object input = verb == "confirmEvent" ? new { eventId = id } : new { eventId = id, reason = "Snow." };
            var payload = await server.As(partner).DoAsync(verb, input, Thing);

            Assert.Equal(["RecordNotFound input.eventId"], payload.Refusals());
        }

        await server.As(agency).DoneAsync("cancelEvent", new { eventId = id, reason = "Snow." }, Thing);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_an_event_of_any_format_solved_is_recorded_once(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var ids = (
            await server.HasAcceptedAsync(agency, Planned(others: ("format", "PROBLEM_SOLVING_DAY")), Planned("Hall"))
        ).EventIds();
        const string thing = "problemSolvingOutcome { appointments topIssues }";

        var first = await RecordAsync(ids[0]);
        var again = await RecordAsync(ids[0]);
        var hall = await RecordAsync(ids[1]);

        Assert.Empty(first.Refusals());
        Assert.Equal(["OutcomeAlreadyRecorded input.eventId"], again.Refusals());
        Assert.Empty(hall.Refusals());

        Task<System.Text.Json.JsonElement> RecordAsync(string id) =>
            server
                .As(agency)
                .DoAsync(
                    "recordProblemSolvingOutcome",
                    new
                    {
                        eventId = id,
                        appointments = 40,
                        walkIns = 12,
                        solvedByPhone = 9,
                        casesOpened = 20,
                        casesResolved = 15,
                        topIssues = TopIssues,
                    },
                    thing
                );
    }
}
