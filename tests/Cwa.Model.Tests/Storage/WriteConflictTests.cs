using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Model.Tests;

public sealed class WriteConflictTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_a_lost_race_is_tried_again(string provider)
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

    [Theory]
    [InlineData(2067, true)] // CONSTRAINT_UNIQUE
    [InlineData(1555, true)] // CONSTRAINT_PRIMARYKEY
    [InlineData(787, false)] // CONSTRAINT_FOREIGNKEY
    [InlineData(275, false)] // CONSTRAINT_CHECK
    public void On_SQLite_an_index_is_a_race(int code, bool lost) =>
        Assert.Equal(lost, WriteConflict.Is(new DbUpdateException("", new SqliteException("", 19, code))));

    [Theory]
    [InlineData("23505", true)]
    [InlineData("40P01", true)]
    [InlineData("40001", true)]
    [InlineData("23503", false)]
    [InlineData("23514", false)]
    public void On_PostgreSQL_an_index_a_deadlock_or_a_serialization_is_a_race(string code, bool lost) =>
        Assert.Equal(lost, WriteConflict.Is(new DbUpdateException("", new PostgresException("", "", "", code))));

    [Fact]
    public void What_no_database_says_is_none() => Assert.False(WriteConflict.Is(new DbUpdateException("")));
}
