using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class FindingChainTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_finding_leads_to_an_action_and_the_action_to_an_outcome(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var eventId = (await server.HasAcceptedAsync(agency, Planned())).EventIds()[0];
        var caller = server.As(agency);

        var finding = await caller.DoneAsync(
            "recordFinding",
            new
            {
                agencyId = agency.Id(),
                about = "WANTED_SERVICES",
                text = "Open on Saturdays.",
                foundOn = "1998-04-20",
                source = new { eventId },
            },
            "finding { id }"
        );
        var action = await caller.DoneAsync(
            "recordAction",
            new
            {
                findingId = finding.GetProperty("finding").Text("id"),
                description = "We open on Saturdays.",
                takenOn = "1998-05-02",
            },
            "action { id }"
        );
        var outcome = await caller.DoneAsync(
            "recordOutcome",
            new
            {
                actionId = action.GetProperty("action").Text("id"),
                description = "Queues are shorter.",
                observedOn = "1998-05-01",
            },
            "outcome { action { finding { text event { title } } } }"
        );

        Assert.Equal(
            "Town hall",
            outcome
                .GetProperty("outcome")
                .GetProperty("action")
                .GetProperty("finding")
                .GetProperty("event")
                .Text("title")
        );
        Assert.Equal(["input.observedOn"], outcome.Warnings());
    }

    [Fact]
    public async Task Records_of_another_agency_are_found_neither_as_a_source_nor_as_a_finding()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var eventId = (await server.HasAcceptedAsync(agency, Planned())).EventIds()[0];
        var finding = await RecordAsync(agency);

        var strangers = await RecordAsync(other);
        var action = await server
            .As(other)
            .DoAsync(
                "recordAction",
                new
                {
                    findingId = finding.GetProperty("finding").Text("id"),
                    description = "x",
                    takenOn = "1998-05-02",
                }
            );

        Assert.Empty(finding.Refusals());
        Assert.Equal(["RecordNotFound input.source.eventId"], strangers.Refusals());
        Assert.Equal(["RecordNotFound input.findingId"], action.Refusals());

        Task<System.Text.Json.JsonElement> RecordAsync(Cwa.Model.Agency by) =>
            server
                .As(by)
                .DoAsync(
                    "recordFinding",
                    new
                    {
                        agencyId = by.Id(),
                        about = "SATISFACTION",
                        text = "Good.",
                        foundOn = "1998-04-20",
                        source = new { eventId },
                    },
                    "finding { id }"
                );
    }
}
