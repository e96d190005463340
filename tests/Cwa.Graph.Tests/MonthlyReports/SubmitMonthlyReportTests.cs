using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class SubmitMonthlyReportTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Events_are_published_once_NPR_accepts_their_report(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var partner = await server.HasAgencyAsync();

        var submitted = await server.SubmitAsync(agency, null, Planned(others: ("coHostIds", new[] { partner.Id() })));
        var before = await server.EventAsync(agency, submitted.EventIds()[0]);
        var accepted = await server.AcceptAsync(submitted);
        var after = await server.EventAsync(partner, submitted.EventIds()[0]);

        Assert.Equal(1, submitted.Revision());
        Assert.Equal("ACCEPTED", accepted.GetProperty("monthlyReport").Text("status"));
        Assert.False(before.GetProperty("isPublic").GetBoolean());
        Assert.Equal(2, after.GetProperty("hosts").GetArrayLength());
        var open = await server.SendAsync(
            "query ($id: ID!) { node(id: $id) { ... on Event { isPublic } } }",
            new { id = submitted.EventIds()[0] }
        );
        Assert.True(open.GetProperty("data").GetProperty("node").GetProperty("isPublic").GetBoolean());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_events_of_a_returned_report_keep_their_ids_when_it_is_submitted_again(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var first = await server.SubmitAsync(agency, null, Planned());
        var waiting = await server.SubmitAsync(agency, null, Planned());
        await server.ReturnAsync(first);

        var second = await server.SubmitAsync(agency, null, Planned(others: ("city", "Fresno")));

        Assert.Equal(["MonthAlreadyReported input.month"], waiting.Refusals());
        Assert.Equal(2, second.Revision());
        Assert.Equal(first.EventIds(), second.EventIds());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_accepted_amendment_replaces_the_report_and_cancels_what_it_leaves_out(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var first = await server.HasAcceptedAsync(agency, Planned(), Planned("Open house"));
        var kept = first.EventIds()[0];
        var dropped = first.EventIds()[1];

        var noReason = await server.SubmitAsync(agency, null, Planned());
        var amendment = await server.SubmitAsync(
            agency,
            "The hall was too small.",
            Planned("Larger town hall", others: ("eventId", kept))
        );
        var meanwhile = await server.EventAsync(agency, kept);
        await server.AcceptAsync(amendment);

        Assert.Equal(["MonthAlreadyReported input.reason"], noReason.Refusals());
        Assert.Equal("Town hall", meanwhile.Text("title"));
        Assert.Equal("Larger town hall", (await server.EventAsync(agency, kept)).Text("title"));
        Assert.Equal("CANCELLED", (await server.EventAsync(agency, dropped)).Text("status"));
        var replaced = await server
            .As(agency)
            .AskAsync(
                "query ($id: ID!) { node(id: $id) { ... on MonthlyReport { status } } }",
                new { id = first.ReportId() }
            );
        Assert.Equal("AMENDED", replaced.GetProperty("node").Text("status"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_an_agency_records_of_an_event_after_submitting_survives_the_acceptance(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var submitted = await server.SubmitAsync(agency, null, Planned(), Planned("Open house"));
        await server
            .As(agency)
            .DoneAsync(
                "postponeEvent",
                new
                {
                    eventId = submitted.EventIds()[0],
                    reason = "Snow.",
                    startsOn = "1998-04-28",
                },
                "event { id }"
            );
        await server
            .As(agency)
            .DoneAsync("cancelEvent", new { eventId = submitted.EventIds()[1], reason = "No hall." }, "event { id }");

        await server.AcceptAsync(submitted);

        Assert.Equal("1998-04-28", (await server.EventAsync(agency, submitted.EventIds()[0])).Text("startsOn"));
        Assert.Equal("CANCELLED", (await server.EventAsync(agency, submitted.EventIds()[1])).Text("status"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_postponed_event_belongs_to_the_report_of_its_new_month(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var april = await server.HasAcceptedAsync(agency, Planned());
        await server
            .As(agency)
            .DoneAsync(
                "postponeEvent",
                new
                {
                    eventId = april.EventIds()[0],
                    reason = "Snow.",
                    startsOn = "1998-06-03",
                },
                "event { id }"
            );

        var june = await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-06",
                    events = new[] { Planned(startsOn: "1998-06-03", others: ("eventId", april.EventIds()[0])) },
                },
                Thing
            );
        await server.AcceptAsync(june);

        Assert.Equal(april.EventIds(), june.EventIds());
        var @event = await server.EventAsync(agency, june.EventIds()[0]);
        Assert.Equal(("1998-06-03", "UNCONFIRMED"), (@event.Text("startsOn"), @event.Text("status")));
    }

    [Fact]
    public async Task A_month_without_events_is_reported_as_such()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var silent = await server
            .As(agency)
            .DoAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-04",
                    events = Array.Empty<object>(),
                },
                Thing
            );
        var both = await server
            .As(agency)
            .DoAsync(
                "submitMonthlyReport",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-04",
                    nil = true,
                    events = new[] { Planned() },
                },
                Thing
            );
        var nil = await server.SubmitAsync(agency);

        Assert.Equal(["NoEventsListed input.events"], silent.Refusals());
        Assert.Equal(["NilReportListsEvents input.nil"], both.Refusals());
        Assert.True(nil.GetProperty("monthlyReport").GetProperty("nil").GetBoolean());
    }
}
