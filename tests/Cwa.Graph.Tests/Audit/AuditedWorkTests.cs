using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Trails;

namespace Cwa.Graph.Tests;

/// <summary>What is audited of records that no mutation changes by itself.</summary>
public sealed class AuditedWorkTests(WritingServers servers) : IClassFixture<WritingServers>
{
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
