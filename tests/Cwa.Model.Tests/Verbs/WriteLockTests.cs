using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Model.Tests;

/// <summary>Who finds an agency, or a record of one, keeps it from other writers until the transaction ends.</summary>
public sealed class WriteLockTests
{
    private static readonly Dictionary<string, Func<Work, Agency, Program, Task>> Ways = new()
    {
        ["an agency"] = (work, agency, _) => work.AgencyAsync(agency.AsId(), default),
        ["several agencies"] = (work, agency, _) => work.AgenciesAsync([agency.AsId()], default),
        ["a record of one"] = (work, _, program) => work.OwnAsync(program.AsId(), default),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task What_one_writer_found_another_waits_for(string way)
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.PostgreSql);
        var desk = new Desk(new(1998, 4, 14), database);
        var agency = await desk.AgencyAsync();
        var program = new Program(agency.Id, "Open door", "To listen.", new(1998, 4, 1));
        await desk.SaveAsync(program);
        await using var first = await desk.ContextAsync();
        await using var second = await desk.ContextAsync();
        await using var writing = await first.BeginWriteAsync(default);
        await using var waiting = await second.BeginWriteAsync(default);
        await second.Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '20ms'");

        await FindAsync(first);

        var late = await Assert.ThrowsAnyAsync<Exception>(() => FindAsync(second));
        var refusal = Assert.IsType<PostgresException>(late.GetBaseException());
        Assert.Equal(PostgresErrorCodes.LockNotAvailable, refusal.SqlState);

        Task FindAsync(CwaDbContext db) =>
            Ways[way](new Work(db, desk.ClerkOf(agency), new(desk.Clock), "createProgram"), agency, program);
    }
}
