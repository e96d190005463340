using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Records are stamped when they are saved, by the host's clock.</summary>
public sealed class StampingTests
{
    private static readonly DateTime Now = new(2026, 3, 3, 17, 0, 0, DateTimeKind.Utc);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Records_saved_together_keep_the_order_in_which_they_were_added(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, clock: new Stopped());
        var entries = Enumerable.Range(1, 20).Select(n => Entry($"action {n}")).ToArray();

        await database.Contexts.SaveAsync([.. entries]);

        await using var db = await database.Contexts.CreateDbContextAsync();
        var stored = await db.AuditEntries.OrderBy(e => e.RecordedAt).ToListAsync();
        Assert.Equal(entries.Select(e => e.Action), stored.Select(e => e.Action));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => Now.AddMicroseconds(n)), stored.Select(e => e.RecordedAt));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Records_changed_together_have_one_time_of_change(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, clock: new Stopped());
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(Samples.Accepted(agency), Samples.Submitted(agency, revision: 2));
        await using var db = await database.Contexts.CreateDbContextAsync();
        var reports = await db.MonthlyReports.OrderBy(r => r.Revision).ToListAsync();
        reports[0].Amend();
        reports[1].Accept(Samples.Noon, "npr");

        await db.SaveChangesAsync();

        db.ChangeTracker.Clear();
        var stored = await db.MonthlyReports.OrderBy(r => r.Revision).ToListAsync();
        Assert.Equal(
            [Now, Now, Now, Now],
            [stored[0].AmendmentRecordedAt, stored[0].UpdatedAt, stored[1].DecisionRecordedAt, stored[1].UpdatedAt]
        );
        Assert.All(stored, report => Assert.Equal(report.RecordedAt, report.SubmissionRecordedAt));
    }

    [Fact]
    public async Task Whoever_does_not_wait_for_the_saving_is_stamped_alike_and_to_the_microsecond()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestDatabase.Sqlite,
            clock: new Stopped(Now.AddTicks(7))
        );
        await using var db = await database.Contexts.CreateDbContextAsync();
        var entry = Entry("action");
        db.Add(entry);

        db.SaveChanges();

        Assert.Equal(Now.AddMicroseconds(1), entry.RecordedAt);
    }

    [Fact]
    public async Task A_change_beside_a_new_record_is_made_at_the_instant_of_the_saving()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite, clock: new Stopped());
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(Samples.Submitted(agency));
        await using var db = await database.Contexts.CreateDbContextAsync();
        db.Add(Entry("action"));
        var report = await db.MonthlyReports.SingleAsync();
        report.Accept(Samples.Noon, "npr");

        await db.SaveChangesAsync();

        Assert.Equal((Now, Now), (report.DecisionRecordedAt, report.UpdatedAt));
    }

    [Fact]
    public async Task Who_changes_a_part_changes_the_whole_and_what_is_left_alone_stays()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite, clock: new Stopped());
        var (agency, host) = (await database.Contexts.HasAgencyAsync(), await database.Contexts.HasAgencyAsync());
        var report = Samples.Submitted(agency, eventCount: 3);
        Event[] events =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(i => new Event(report, Samples.Facts(), i == 0 ? [host.Id] : [], recordedAt: Samples.Noon)),
        ];
        await database.Contexts.SaveAsync([report, .. events]);
        await using var db = await database.Contexts.CreateDbContextAsync();
        var stored = await db.Events.Include(e => e.Hosts).OrderBy(e => e.Id).ToListAsync();
        db.Remove(stored.Single(e => e.Hosts.Count == 2).Hosts.Single(h => h.AgencyId == host.Id));
        db.Add(new EventHost(stored.First(e => e.Hosts.Count == 1).Id, host.Id));

        await db.SaveChangesAsync();

        db.ChangeTracker.Clear();
        Assert.Equal([Samples.Noon, Now, Now], (await db.Events.Select(e => e.UpdatedAt).ToListAsync()).Order());
        Assert.All(await db.Events.Select(e => e.RecordedAt).ToListAsync(), at => Assert.Equal(Samples.Noon, at));
    }

    [Fact]
    public async Task A_time_that_was_given_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite, clock: new Stopped());

        await database.Contexts.SaveAsync(Entry("import", Samples.Noon));

        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(Samples.Noon, (await db.AuditEntries.SingleAsync()).RecordedAt);
    }

    private static AuditEntry Entry(string action, DateTime? recordedAt = null) =>
        new(action, "pat", "Agency", Guid.CreateVersion7(), recordedAt: recordedAt);

    private sealed class Stopped(DateTime? at = null) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at ?? Now);
    }
}
