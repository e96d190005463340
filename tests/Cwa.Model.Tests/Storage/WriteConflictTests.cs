using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class WriteConflictTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_a_lost_race_is_worth_another_try(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var agency = await database.Contexts.HasAgencyAsync();
        await database.Contexts.SaveAsync(Samples.Liaison(agency));

        var second = await Assert.ThrowsAsync<DbUpdateException>(() =>
            database.Contexts.SaveAsync(Samples.Liaison(agency, "Sam Jones"))
        );
        var orphan = await Assert.ThrowsAsync<DbUpdateException>(() =>
            database.Contexts.SaveAsync(Samples.Liaison(Samples.Agency()))
        );

        Assert.True(WriteConflict.Is(second));
        Assert.False(WriteConflict.Is(orphan));
    }
}
