using Cwa.Tests;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>A transaction stores its records whole, however many they are and however they refer to each other.</summary>
public sealed class NewRowsTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task All_events_of_a_report_are_stored_as_they_were_told(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (agency, host) = (await database.Contexts.HasAgencyAsync(), await database.Contexts.HasAgencyAsync());
        var report = Samples.Submitted(agency, eventCount: 50);
        var events = Enumerable
            .Range(0, 50)
            .Select(i => new Event(report, Facts(i), i % 2 == 0 ? [host.Id] : []))
            .ToList();
        var told = events.Select((e, i) => new EventRevision(e.Id, report, i, Facts(i), i % 2 == 0 ? [host.Id] : []));

        // What refers to others is added before them.
        await SaveAsync(database, [.. told, .. events, report]);

        await using var db = await database.Contexts.CreateDbContextAsync();
        var stored = await db.Events.Include(e => e.Hosts).OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(events.Select(e => e.Id).Order(), stored.Select(e => e.Id).Order());
        foreach (var @event in stored)
        {
            var written = events.Single(e => e.Id == @event.Id);
            Assert.Equivalent(written.Facts(), @event.Facts(), strict: true);
            Assert.Equal(written.PlainLanguage, @event.PlainLanguage);
            Assert.Equal(written.Hosts.Select(h => h.AgencyId).Order(), @event.Hosts.Select(h => h.AgencyId).Order());
            Assert.Equal(written.RecordedAt, @event.RecordedAt);
        }

        var revisions = await db.EventRevisions.OrderBy(r => r.Position).ToListAsync();
        Assert.Equal(events.Select(e => e.Id), revisions.Select(r => r.EventId));
        Assert.All(revisions, r => Assert.Equivalent(Facts(r.Position), r.Facts, strict: true));
        Assert.All(revisions, r => Assert.Equal(r.Position % 2 == 0 ? [host.Id] : [], r.CoHostIds));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task New_events_are_stored_beside_changed_ones_and_with_what_refers_to_them(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var report = Samples.Submitted(agency, eventCount: 2);
        var before = new Event(report, Facts(1), []);
        await SaveAsync(database, report, before);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var changed = await db.Events.Include(e => e.Hosts).SingleAsync();
        changed.Cancel("Snow.", Samples.Noon, "pat");
        var added = new Event(report, Facts(2), []);
        db.AddRange(new EventRevision(added.Id, report, 0, Facts(2), []), added);

        await db.SaveChangesAsync();
        await transaction.CommitAsync(default);

        db.ChangeTracker.Clear();
        Assert.Equal(
            [(before.Id, EventStatus.Cancelled), (added.Id, EventStatus.Planned)],
            (await db.Events.OrderBy(e => e.Title).ToListAsync()).Select(e => (e.Id, e.Status))
        );
        Assert.Equal(added.Id, (await db.EventRevisions.SingleAsync()).EventId);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_component_is_stored_after_its_department_and_a_key_gets_its_number(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var department = Samples.Agency();
        var component = Samples.Agency(parent: department);
        var key = new DataProtectionKey { FriendlyName = "key", Xml = "<key/>" };

        await SaveAsync(database, component, key, department);

        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(department.Id, (await db.Agencies.SingleAsync(a => a.Id == component.Id)).ParentId);
        Assert.Equal(key.Id, (await db.DataProtectionKeys.SingleAsync()).Id);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Who_lost_a_race_is_told_so_and_stores_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await SaveAsync(database, Samples.Submitted(agency));

        var lost = await Assert.ThrowsAsync<DbUpdateException>(() =>
            SaveAsync(database, Samples.Liaison(agency), Samples.Submitted(agency))
        );

        Assert.True(WriteConflict.Is(lost));
        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Empty(await db.Liaisons.ToListAsync());
    }

    private static EventFacts Facts(int number) => Samples.Facts($"Town hall {number:00}");

    private static async Task SaveAsync(TestDatabase database, params object[] records)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        db.AddRange(records);
        await db.SaveChangesAsync();
        await transaction.CommitAsync(default);
    }
}
