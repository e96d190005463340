using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Trails;

namespace Cwa.Graph.Tests;

public sealed class AuditTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_trail_of_a_record_says_who_changed_what_and_newest_first(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var id = await DesignateAsync(server, agency);
        await server
            .As(agency)
            .DoneAsync("endLiaisonDesignation", new { liaisonId = id, endedOn = "1998-06-30" }, "liaison { id }");

        var trail = await TrailAsync(server.As(agency), id);

        Assert.Equal(
            ["endLiaisonDesignation by pat", "designateLiaison by pat"],
            trail.Select(e => $"{e.Text("action")} by {e.Text("actor")}")
        );
        Assert.Equal(["endedOn:  → 1998-06-30", "isOpen: true → false"], Changes(trail[0]));
        Assert.Contains("name:  → Pat", Changes(trail[1]));
        Assert.DoesNotContain(
            Changes(trail[1]),
            change =>
                change.StartsWith("id", StringComparison.Ordinal)
                || change.Contains("ecordedAt", StringComparison.Ordinal)
        );
        Assert.Equal(JsonValueKind.Null, trail[1].GetProperty("before").ValueKind);
        Assert.Equal("1998-06-30", JsonDocument.Parse(trail[0].Text("after")!).RootElement.Text("endedOn"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_reads_its_own_trail_and_NPR_reads_all_and_others_find_none(string provider)
    {
        var server = await servers.OnAsync(provider);
        var above = await server.HasAgencyAsync();
        var agency = await server.HasAgencyAsync(above);
        var component = await server.HasAgencyAsync(agency);
        var id = await DesignateAsync(server, agency);

        Assert.Single(await TrailAsync(server.As(agency), id));
        Assert.Single(await TrailAsync(server.AsReviewer(), id));
        var nothing = NodeId.Encode(nameof(Liaison), Guid.CreateVersion7());
        foreach (var other in new[] { await server.HasAgencyAsync(), above, component })
            Assert.Equal(
                (await AskAsync(server.As(other), nothing)).ToString(),
                (await AskAsync(server.As(other), id)).ToString()
            );
        var sameKeyOfAnotherType = NodeId.Encode(nameof(Event), NodeId.Decode(id).Key);
        Assert.Empty(await TrailAsync(server.As(agency), sameKeyOfAnotherType));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task NPR_cannot_read_drafts_in_the_trail(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var draft = await SaveAsync(server, agency, Reporting.Planned("Kept"), Reporting.Planned("Dropped"));
        await SaveAsync(server, agency, Reporting.Planned("Kept"));
        Assert.Equal(2, (await TrailAsync(server.As(agency), draft)).Count);
        Assert.Empty(await TrailAsync(server.AsReviewer(), draft));

        await server
            .As(agency)
            .DoneAsync(
                "submitMonthlyReport",
                new { agencyId = agency.Id(), month = "1998-04" },
                "monthlyReport { id }"
            );
        await server
            .AsReviewer()
            .DoneAsync("acceptMonthlyReport", new { monthlyReportId = draft }, "monthlyReport { id }");

        var own = await TrailAsync(server.As(agency), draft);
        var npr = await TrailAsync(server.AsReviewer(), draft);
        Assert.Equal(
            ["acceptMonthlyReport", "submitMonthlyReport", "saveMonthlyReportDraft", "saveMonthlyReportDraft"],
            own.Select(e => e.Text("action"))
        );
        Assert.Equal(["acceptMonthlyReport", "submitMonthlyReport"], npr.Select(e => e.Text("action")));
        Assert.Contains("status: DRAFT → SUBMITTED", Changes(own[1]));
        Assert.Contains("status:  → SUBMITTED", Changes(npr[1]));
        Assert.Contains("status: SUBMITTED → ACCEPTED", Changes(npr[0]));
        Assert.DoesNotContain("DRAFT", string.Concat(npr), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_of_a_discarded_draft_stays_private_to_its_agency()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var draft = await SaveAsync(server, agency, Reporting.Planned());
        await server
            .As(agency)
            .DoneAsync("discardMonthlyReportDraft", new { agencyId = agency.Id(), month = "1998-04" }, "agency { id }");

        var own = await TrailAsync(server.As(agency), draft);

        Assert.Equal(["discardMonthlyReportDraft", "saveMonthlyReportDraft"], own.Select(e => e.Text("action")));
        Assert.Equal(JsonValueKind.Null, own[0].GetProperty("after").ValueKind);
        Assert.Contains("eventCount: 1 → ", Changes(own[0]));
        Assert.Empty(await TrailAsync(server.AsReviewer(), draft));
    }

    [Fact]
    public async Task The_trail_of_an_event_says_that_an_amendment_left_it_out()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var accepted = await server.HasAcceptedAsync(agency, Reporting.Planned("Kept"), Reporting.Planned("Dropped"));
        var dropped = accepted.EventIds()[1];

        await server.AcceptAsync(await server.SubmitAsync(agency, "No hall.", Reporting.Planned("Kept")));

        var entry = Assert.Single(await TrailAsync(server.As(agency), dropped));
        Assert.Equal("acceptMonthlyReport", entry.Text("action"));
        Assert.Contains("status: PLANNED → CANCELLED", Changes(entry));
    }

    [Fact]
    public async Task An_entry_is_not_a_node()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await DesignateAsync(server, agency);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var id = NodeId.Encode(
            nameof(AuditEntry),
            await db.AuditEntries.Where(e => e.AgencyId == agency.Id).Select(e => e.Id).SingleAsync()
        );

        var answer = await server
            .AsReviewer()
            .AskAsync("query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }", new { id });

        Assert.Equal("""{"node":null,"nodes":[null]}""", JsonSerializer.Serialize(answer));
    }

    private static async Task<string> DesignateAsync(CwaServer server, Agency agency) => (
            await server
                .As(agency)
                .DoneAsync(
                    "designateLiaison",
                    new
                    {
                        agencyId = agency.Id(),
                        name = "Pat",
                        phone = "202-555-0100",
                        designatedOn = "1998-03-10",
                    },
                    "liaison { id }"
                )
        ).GetProperty("liaison").Text("id")!;

    private static async Task<string> SaveAsync(CwaServer server, Agency agency, params object[] events) =>
        (
            await server
                .As(agency)
                .DoneAsync(
                    "saveMonthlyReportDraft",
                    new
                    {
                        agencyId = agency.Id(),
                        month = "1998-04",
                        events,
                    },
                    "monthlyReport { id }"
                )
        ).ReportId();
}
