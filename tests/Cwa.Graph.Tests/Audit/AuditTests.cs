using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

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
    public async Task The_trail_of_a_drafts_statements_is_as_private_as_the_draft()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var report = new AnnualReport(agency.Id, 1998, YearBasis.Calendar, "How we served you in 1998");
        var standard = new ServiceStandard(
            agency.Id,
            "We answer in ten days.",
            "answers in ten days",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.Business,
            new(1998, 3, 10)
        );
        var plan = new PlanReference(agency.Id, PlanLaw.Gpra, "Strategic plan", 1998, "2.1");
        report.SetStatements([new(standard.Id, "We answered in nine days.")]);
        var (statement, citation) = (report.Statements[0], PlanCitation.By(report, plan));

        await WriteAsync(server, agency, report, standard, plan, statement, citation);
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        {
            var stored = await db.AnnualReports.Include(r => r.Statements).SingleAsync(r => r.Id == report.Id);
            stored.Submit();
            await WriteAsync(server, agency, db, stored, stored.Statements[0]);
        }

        await using var read = await server.Database.Contexts.CreateDbContextAsync();
        var trail = await read
            .AuditEntries.Where(e => e.AgencyId == agency.Id)
            .OrderBy(e => e.RecordedAt)
            .ToListAsync();
        Assert.Equal(
            [
                ("AnnualReport", false, true),
                ("AnnualStatement", false, true),
                ("PlanCitation", false, true),
                ("PlanReference", false, false),
                ("ServiceStandard", false, false),
            ],
            Told(trail.Take(5))
        );
        Assert.Equal([("AnnualReport", true, false), ("AnnualStatement", true, false)], Told(trail.Skip(5)));

        static IEnumerable<(string, bool, bool)> Told(IEnumerable<AuditEntry> entries) =>
            entries.OrderBy(e => e.SubjectKind).Select(e => (e.SubjectKind, e.WasDraft, e.IsDraft));
    }

    [Fact]
    public async Task A_mutation_that_writes_no_trail_entry_gets_one_all_the_same()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var liaison = new Liaison(agency.Id, "Pat", null, null, "202-555-0100", null, Coverage.Self, new(1998, 3, 10));

        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        {
            db.Add(liaison);
            await SessionOf(db).SaveAsync(default);
            liaison.End(new(1998, 6, 30));
            await SessionOf(db).SaveAsync(default);
        }

        var trail = await TrailAsync(server.As(agency), NodeId.Encode(nameof(Liaison), liaison.Id));
        Assert.Equal(["endedOn:  → 1998-06-30", "isOpen: true → false"], Changes(trail[0]));
        Assert.Equal(2, trail.Count);
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

    private static async Task<JsonElement> AskAsync(SignedInCaller caller, string subject) =>
        (
            await caller.AskAsync(
                """
                query ($subject: ID!) {
                  audit(subjectId: $subject) { totalCount
                    nodes { action actor recordedAt before after changes { field before after } }
                    pageInfo { hasNextPage } }
                }
                """,
                new { subject }
            )
        ).GetProperty("audit");

    private static async Task<IReadOnlyList<JsonElement>> TrailAsync(SignedInCaller caller, string subject)
    {
        var trail = await AskAsync(caller, subject);
        Assert.Equal(trail.GetProperty("totalCount").GetInt32(), trail.GetProperty("nodes").GetArrayLength());
        return [.. trail.GetProperty("nodes").EnumerateArray()];
    }

    private static IReadOnlyList<string> Changes(JsonElement entry) =>
        [
            .. entry
                .GetProperty("changes")
                .EnumerateArray()
                .Select(c => $"{c.Text("field")}: {c.Text("before")} → {c.Text("after")}"),
        ];

    private static async Task WriteAsync(CwaServer server, Agency agency, params object[] records)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(records);
        await WriteAsync(server, agency, db, records);
    }

    private static async Task WriteAsync(CwaServer server, Agency agency, CwaDbContext db, params object[] records)
    {
        var session = SessionOf(db);
        foreach (var record in records)
            session.Audit(record, agency.Id);
        await session.SaveAsync(default);
    }

    private static Work SessionOf(CwaDbContext db) =>
        new(db, new Caller("pat", "pat", [Roles.Submit], [], []), new(TimeProvider.System), "doSomething");
}
