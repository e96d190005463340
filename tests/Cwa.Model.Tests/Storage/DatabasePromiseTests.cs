using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What the database itself guarantees, whoever writes.</summary>
public sealed class DatabasePromiseTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_model_has_no_change_that_lacks_a_migration(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Two_open_liaisons_of_one_agency_are_refused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(Samples.Liaison(agency, "Pat"));

        await Assert.ThrowsAsync<DbUpdateException>(() => database.Contexts.SaveAsync(Samples.Liaison(agency, "Lee")));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_liaison_is_succeeded_in_one_save(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var predecessor = Samples.Liaison(agency, "Pat");
        await database.Contexts.SaveAsync(predecessor);

        await using var db = await database.Contexts.CreateDbContextAsync();
        (await db.Liaisons.SingleAsync()).End(new(1998, 6, 1));
        db.Add(Samples.Liaison(agency, "Lee"));
        await db.SaveChangesAsync();

        Assert.Equal(1, await db.Liaisons.CountAsync(l => l.IsOpen));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task One_agency_has_one_draft_one_undecided_and_one_current_report_of_a_month(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(
            Samples.Accepted(agency),
            Samples.Submitted(agency, revision: 2),
            new MonthlyReport(agency.Id, Samples.April)
        );

        await RefusedAsync(new MonthlyReport(agency.Id, Samples.April));
        await RefusedAsync(Samples.Submitted(agency, revision: 3));
        await RefusedAsync(Samples.Accepted(agency, revision: 3));

        async Task RefusedAsync(MonthlyReport another) =>
            await Assert.ThrowsAsync<DbUpdateException>(() => database.Contexts.SaveAsync(another));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_amendment_is_accepted_and_its_predecessor_amended_in_one_save(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(Samples.Accepted(agency), Samples.Submitted(agency, revision: 2));

        await using var db = await database.Contexts.CreateDbContextAsync();
        var reports = await db.MonthlyReports.OrderByDescending(r => r.Revision).ToListAsync();
        reports[0].Accept(Samples.Noon, "npr");
        reports[1].Amend();
        await db.SaveChangesAsync();

        db.ChangeTracker.Clear();
        Assert.Equal(
            [MonthlyReportStatus.Amended, MonthlyReportStatus.Accepted],
            await db.MonthlyReports.OrderBy(r => r.Revision).Select(r => r.Status).ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_a_report_says_reads_back_unchanged(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (lead, coHost) = (await database.Contexts.HasAgencyAsync(), await database.Contexts.HasAgencyAsync());
        var report = Samples.Accepted(lead);
        var planned = new Event(report, Samples.Facts("Town hall in Peña"), [coHost.Id]);
        var draft = new MonthlyReport(lead.Id, Samples.April);
        await database.Contexts.SaveAsync(
            report,
            planned,
            new EventRevision(planned.Id, report, 0, Samples.Facts(), [coHost.Id]),
            draft,
            new DraftEvent(draft, 0, Samples.Facts(), [coHost.Id], planned.Id)
        );

        await using var db = await database.Contexts.CreateDbContextAsync();
        var read = await db
            .Events.Include(e => e.Hosts)
            .Include(e => e.Report)
            .SingleAsync(e => e.TitleSearch!.Contains("PENA"));
        var revision = await db.EventRevisions.SingleAsync(r => r.Facts.StartsOn == new DateOnly(1998, 4, 14));
        var drafted = await db.DraftEvents.SingleAsync();

        Assert.Equal(["en", "es"], read.Languages);
        Assert.Equal(2, read.Hosts.Count);
        Assert.Equal(
            (Samples.Noon, DateTimeKind.Utc),
            (read.Report.SubmittedAt!.Value, read.Report.SubmittedAt.Value.Kind)
        );
        Assert.Equal(
            (StateCode.CA, "Fresno", 200),
            (revision.Facts.State, revision.Facts.City, revision.Facts.ExpectedReach)
        );
        Assert.Equal([coHost.Id], revision.CoHostIds);
        Assert.Equal(planned.Id, drafted.EventId);
        Assert.Equal(["en", "es"], drafted.Facts.Languages);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Hosts_of_a_tracked_event_can_be_added_and_removed(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var lead = await database.Contexts.HasAgencyAsync();
        var (left, joined) = (await database.Contexts.HasAgencyAsync(), await database.Contexts.HasAgencyAsync());
        var report = Samples.Accepted(lead);
        await database.Contexts.SaveAsync(report, new Event(report, Samples.Facts(), [left.Id]));

        await using var db = await database.Contexts.CreateDbContextAsync();
        var planned = await db.Events.Include(e => e.Hosts).Include(e => e.Report).SingleAsync();
        planned.Restate(planned.Report, Samples.Facts(), [joined.Id]);
        await db.SaveChangesAsync();

        Assert.Equal(
            new[] { lead.Id, joined.Id }.ToHashSet(),
            (await db.EventHosts.Select(h => h.AgencyId).ToListAsync()).ToHashSet()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Months_compare_and_sort_in_the_database(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(
            new MonthlyReport(agency.Id, new(1998, 12)),
            new MonthlyReport(agency.Id, new(1999, 1)),
            new MonthlyReport(agency.Id, new(1998, 4))
        );

        await using var db = await database.Contexts.CreateDbContextAsync();
        ReportMonth from = new(1998, 5),
            to = new(1999, 1);
        var months = await db
            .MonthlyReports.Where(r => r.Month >= from && r.Month <= to && r.Month != default)
            .OrderByDescending(r => r.Month)
            .Select(r => r.Month)
            .ToListAsync();

        Assert.Equal([new(1999, 1), new(1998, 12)], months);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Text_sorts_by_code_point_on_both_databases(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        foreach (var name in "bAaBÉ-")
        {
            var agency = await database.Contexts.HasAgencyAsync();
            await database.Contexts.SaveAsync(Samples.Liaison(agency, name.ToString()));
        }

        await using var db = await database.Contexts.CreateDbContextAsync();
        var ordered = await db.Liaisons.OrderBy(l => l.Name).Select(l => l.Name).ToListAsync();

        Assert.Equal(["-", "A", "B", "a", "b", "É"], ordered);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_with_records_cannot_be_deleted(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(Samples.Liaison(agency));

        await using var db = await database.Contexts.CreateDbContextAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => db.Agencies.ExecuteDeleteAsync());
        Assert.Equal(1, await db.Agencies.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Check_constraints_refuse_values_that_entities_refuse(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var report = Samples.Accepted(agency);
        await database.Contexts.SaveAsync(
            report,
            new Event(report, Samples.Facts(), []),
            Samples.Liaison(agency),
            new CustomerBase(agency.Id, 7, new(1998, 3, 3), "A count"),
            new DeliveryChoice(agency.Id, "Permits", Channel.Mail, new(1998, 3, 3))
        );

        await using var db = await database.Contexts.CreateDbContextAsync();
        string[] broken =
        [
            "UPDATE agencies SET depth = 4",
            "UPDATE agencies SET kind = 9",
            "UPDATE agencies SET parent_id = id",
            "UPDATE customer_bases SET customers = 0",
            "UPDATE delivery_choices SET offered_to = '1998-03-02'",
            "UPDATE delivery_choices SET means = 9",
            "UPDATE events SET ends_on = '1998-04-01'",
            "UPDATE events SET status = 5",
            "UPDATE events SET state = NULL",
            "UPDATE events SET attendance = 7",
            "UPDATE events SET description = ''",
            $"UPDATE events SET title = '{new string('x', 201)}'",
            "UPDATE events SET access = 2",
            "UPDATE liaisons SET phone = NULL",
            "UPDATE liaisons SET ended_on = '1998-03-09'",
            "UPDATE liaisons SET ended_on = '1998-06-01'",
            "UPDATE monthly_reports SET event_count = 0",
            "UPDATE monthly_reports SET revision = NULL",
            "UPDATE monthly_reports SET return_reason = 'no'",
            "UPDATE feed_counters SET id = 2",
        ];

        await Assert.AllAsync(
            broken,
            async sql =>
                await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql))
        );
    }
}
