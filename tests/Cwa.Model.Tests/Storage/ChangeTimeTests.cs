using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Every change of a record is dated, and so is a change of its parts.</summary>
public sealed class ChangeTimeTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_changed_record_has_the_time_of_the_change(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();

        await using var db = await database.Contexts.CreateDbContextAsync();
        (await db.Agencies.SingleAsync()).Reload("Renamed", agency.Kind, null, agency.Directive, agency.DirectiveBasis);
        await db.SaveChangesAsync();

        db.ChangeTracker.Clear();
        var changed = await db.Agencies.SingleAsync();
        Assert.True(changed.UpdatedAt > agency.UpdatedAt);
        Assert.Equal(DateTimeKind.Utc, changed.UpdatedAt.Kind);
        Assert.InRange(agency.RecordedAt - changed.RecordedAt, TimeSpan.Zero, TimeSpan.FromMicroseconds(1));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_change_of_a_part_changes_the_whole(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (lead, first, second) = (
            await database.Contexts.HasAgencyAsync(),
            await database.Contexts.HasAgencyAsync(),
            await database.Contexts.HasAgencyAsync()
        );
        var report = Samples.Submitted(lead);
        await database.Contexts.SaveAsync(
            report,
            new Event(report, Samples.Facts(), [first.Id]),
            new Event(report, Samples.Facts("Other"), [])
        );

        await using var db = await database.Contexts.CreateDbContextAsync();
        foreach (var hosts in new Guid[][] { [first.Id, second.Id], [second.Id], [] })
        {
            db.ChangeTracker.Clear();
            var before = await db.Events.ToDictionaryAsync(e => e.Title!, e => e.UpdatedAt);
            db.ChangeTracker.Clear();
            var joint = await db
                .Events.Include(e => e.Hosts)
                .Include(e => e.Report)
                .SingleAsync(e => e.Title == "Town hall");
            joint.Restate(joint.Report, Samples.Facts(), hosts);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            var after = await db.Events.ToDictionaryAsync(e => e.Title!, e => e.UpdatedAt);
            Assert.True(after["Town hall"] > before["Town hall"]);
            Assert.Equal(before["Other"], after["Other"]);
        }
    }

    [Fact]
    public async Task Every_record_that_can_change_has_the_time_of_its_last_change()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();

        var silent = db
            .Model.GetEntityTypes()
            .Where(e => e.FindProperty("RecordedAt") is not null && e.FindProperty("UpdatedAt") is null)
            .Where(e =>
                e.ClrType.GetProperties().Any(CanChange)
                || e.GetReferencingForeignKeys().Any(k => k.DeleteBehavior == DeleteBehavior.Cascade)
            )
            .Select(e => e.ClrType.Name);

        Assert.Empty(silent);

        static bool CanChange(System.Reflection.PropertyInfo property) =>
            property.SetMethod is { } set
            && !set
                .ReturnParameter.GetRequiredCustomModifiers()
                .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
    }
}
