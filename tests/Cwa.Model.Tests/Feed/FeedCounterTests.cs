using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class FeedCounterTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Racing_writers_number_the_feed_without_a_gap_in_commit_order(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(writer => Task.Run(() => WriteAsync(writer))));

        await using var db = await database.Contexts.CreateDbContextAsync();
        var sequences = await db.FeedEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 60).Select(n => (long)n), sequences);

        async Task WriteAsync(int writer)
        {
            await using var context = await database.Contexts.CreateDbContextAsync();
            await using var transaction = await context.BeginWriteAsync(default);
            var count = writer % 2 + 1;
            if (writer % 4 < 2)
            {
                var first = await FeedCounter.TakeAsync(context, count, default);
                for (var i = 0; i < count; i++)
                    context.Add(new FeedEntry(first + i, FeedKind.ProgramCreated, null, Guid.CreateVersion7()));
                await context.SaveChangesAsync();
            }
            else
            {
                var last = await FeedCounter.AppendAsync(context, [.. Entries(count)], Samples.Noon, default);
                Assert.Equal(last, await context.FeedEntries.MaxAsync(e => e.Sequence));
            }
            await transaction.CommitAsync(default);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Entries_are_stored_in_their_order_as_they_were_announced(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        var (of, ofAll) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);

        var last = await FeedCounter.AppendAsync(
            db,
            [(FeedKind.ProgramCreated, agency.Id, of), (FeedKind.AgenciesImported, null, ofAll)],
            Samples.Noon,
            default
        );

        var stored = await db.FeedEntries.OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(
            [
                (1, FeedKind.ProgramCreated, agency.Id, of, Samples.Noon),
                (2, FeedKind.AgenciesImported, (Guid?)null, ofAll, Samples.Noon),
            ],
            stored.Select(e => ((int)e.Sequence, e.Kind, e.AgencyId, e.SubjectId, e.RecordedAt))
        );
        // Found by the id, too, in the form in which the database stores it.
        var id = stored[0].Id;
        Assert.True(await db.FeedEntries.AnyAsync(e => e.Id == id && e.SubjectId == of && e.AgencyId == agency.Id));
        Assert.Equal(2, last);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_number_that_was_not_committed_is_reused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using (await db.BeginWriteAsync(default))
            Assert.Equal(1, await FeedCounter.TakeAsync(db, 3, default));

        await using var transaction = await db.BeginWriteAsync(default);

        Assert.Equal(1, await FeedCounter.TakeAsync(db, 1, default));
    }

    [Fact]
    public async Task Numbers_can_be_taken_only_inside_a_transaction()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => FeedCounter.TakeAsync(db, 1, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            FeedCounter.AppendAsync(db, [.. Entries(1)], Samples.Noon, default)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task At_least_one_number_is_taken(int count)
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var db = await database.Contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => FeedCounter.TakeAsync(db, count, default));
    }

    private static IEnumerable<(FeedKind, Guid?, Guid)> Entries(int count) =>
        Enumerable.Range(0, count).Select(_ => (FeedKind.ProgramCreated, (Guid?)null, Guid.CreateVersion7()));
}
