using Cwa.Tests;
using static Cwa.Graph.Tests.Importing;
using static Cwa.Graph.Tests.Reporting;
using static Cwa.Graph.Tests.Retelling;

namespace Cwa.Graph.Tests;

/// <summary>
/// What a report may say about an event depends on what became of the event, whether it comes by mutation or by file.
/// </summary>
public sealed class RetoldEventTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task No_mutation_or_import_moves_a_held_event_into_the_future(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await HasAsync(server, agency);
        await server.As(agency).DoneAsync("confirmEvent", new { eventId = id }, "event { id }");

        var found = await AmendAsync(server, agency, "submitMonthlyReport", Planned(startsOn: ToCome));
        var named = await AmendAsync(
            server,
            agency,
            "submitMonthlyReport",
            Planned("Renamed", ToCome, ("eventId", id))
        );
        var checkedOnly = await AmendAsync(
            server,
            agency,
            "submitMonthlyReport",
            Planned(startsOn: ToCome),
            validateOnly: true
        );
        var draft = await AmendAsync(server, agency, "saveMonthlyReportDraft", Planned(startsOn: ToCome));
        var file = await server.As(agency).ImportAsync("events", Events(HallOn(agency, ToCome)));
        var tried = await server.As(agency).ImportAsync("events?dryRun=true", Events(HallOn(agency, ToCome)));

        Assert.All(
            [found, named, checkedOnly, draft],
            refused => Assert.Equal(["HeldInFuture input.events.0.startsOn"], refused.Refusals())
        );
        Assert.All([file, tried], refused => Assert.Equal(["2 starts_on"], Errors(refused)));
        var held = await server.EventAsync(agency, id);
        Assert.Equal(("HELD", HeldOn), (held.Text("status"), held.Text("startsOn")));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_second_event_with_the_title_of_a_held_one_may_be_planned(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await HasAsync(server, agency);
        await server.As(agency).DoneAsync("confirmEvent", new { eventId = id }, "event { id }");

        var amended = await AmendAsync(
            server,
            agency,
            "submitMonthlyReport",
            Planned(startsOn: ToCome),
            Planned(startsOn: HeldOn)
        );

        Assert.Empty(amended.Refusals());
        Assert.Equal(id, amended.EventIds()[1]);
        Assert.NotEqual(id, amended.EventIds()[0]);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_submitted_draft_is_checked_against_what_became_of_its_events(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await HasAsync(server, agency);
        var draft = await AmendAsync(
            server,
            agency,
            "saveMonthlyReportDraft",
            Planned(startsOn: ToCome),
            Planned("Open house", ToCome)
        );
        await server.As(agency).DoneAsync("confirmEvent", new { eventId = id }, "event { id }");

        var submitted = await server
            .As(agency)
            .DoAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = November,
                    reason = "A larger hall.",
                },
                Thing
            );

        Assert.Empty(draft.Refusals());
        Assert.Equal(["HeldInFuture input.month"], submitted.Refusals());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_problem_solving_day_may_become_a_town_hall_after_its_outcome_was_recorded(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await HasAsync(server, agency, ("format", "PROBLEM_SOLVING_DAY"));
        await server
            .As(agency)
            .DoneAsync(
                "recordProblemSolvingOutcome",
                new
                {
                    eventId = id,
                    appointments = 9,
                    walkIns = 3,
                    solvedByPhone = 1,
                    casesOpened = 5,
                    casesResolved = 4,
                },
                "problemSolvingOutcome { id }"
            );

        var file = await server.As(agency).ImportAsync("events?dryRun=true", Events(HallOn(agency, HeldOn)));
        var mutation = await AmendAsync(server, agency, "submitMonthlyReport", Planned(startsOn: HeldOn));

        Assert.Empty(mutation.Refusals());
        Assert.Equal(200, file.Status);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_that_has_moved_to_another_month_is_not_brought_back_by_accident(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await HasAsync(server, agency);
        await server
            .As(agency)
            .DoneAsync(
                "postponeEvent",
                new
                {
                    eventId = id,
                    reason = "Snow.",
                    startsOn = "1998-12-08",
                },
                "event { id }"
            );
        var moved = await SubmitAsync(
            server,
            agency,
            "1998-12",
            Planned(startsOn: "1998-12-08", others: ("eventId", id))
        );
        await server.AcceptAsync(moved);

        var mutation = await AmendAsync(server, agency, "submitMonthlyReport", Planned(startsOn: HeldOn));
        var file = await server.As(agency).ImportAsync("events", Events(HallOn(agency, "1998-11-11")));
        var meant = await AmendAsync(
            server,
            agency,
            "submitMonthlyReport",
            Planned(startsOn: HeldOn, others: ("eventId", id))
        );

        Assert.Empty(moved.Warnings());
        Assert.Equal(["EventMovedOn input.events.0.title"], mutation.Refusals());
        Assert.Equal(["2 title"], Errors(file));
        Assert.Empty(meant.Refusals());
        Assert.Equal(("1998-12-08", "PLANNED"), await DayAndStatusAsync(server, agency, id));
    }

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, "cancelEvent")]
    [InlineData(TestDatabase.PostgreSql, "cancelEvent")]
    [InlineData(TestDatabase.Sqlite, "postponeEvent")]
    [InlineData(TestDatabase.PostgreSql, "postponeEvent")]
    public async Task Planning_a_cancelled_event_again_gives_a_warning(string provider, string outcome)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await HasAsync(server, agency);
        await server.As(agency).DoneAsync(outcome, new { eventId = id, reason = "Snow." }, "event { id }");

        var tried = await server
            .As(agency)
            .ImportAsync("events?dryRun=true", Events(HallOn(agency, HeldOn), HallOn(agency, ToCome, title: "New")));
        var amended = await AmendAsync(server, agency, "submitMonthlyReport", Planned(startsOn: HeldOn));

        Assert.Equal(["input.events.0.title"], amended.Warnings());
        Assert.Equal(["2 title"], tried.Json.GetProperty("warnings").Lines("line", "column"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_event_is_recognised_when_only_the_typing_of_its_title_differs(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var first = await SubmitAsync(
            server,
            agency,
            November,
            Planned("Veterans' hall", HeldOn),
            Planned("Café", HeldOn),
            Planned("Cafe", ToCome)
        );
        await server.AcceptAsync(first);

        var amended = await AmendAsync(
            server,
            agency,
            "submitMonthlyReport",
            Planned("Cafe", ToCome),
            Planned("VETERANS’  Hall", ToCome),
            Planned("Café", ToCome)
        );
        var twice = await server
            .As(agency)
            .ImportAsync(
                "events?dryRun=true",
                Events(Hall(agency, "1998-12", "Veterans' hall"), Hall(agency, "1998-12", "Veterans’ Hall"))
            );

        // Two titles that differ only in typing are still matched each to its own event.
        Assert.Equal([first.EventIds()[2], first.EventIds()[0], first.EventIds()[1]], amended.EventIds());
        Assert.Equal(["3 title"], twice.Json.GetProperty("warnings").Lines("line", "column"));
    }
}
