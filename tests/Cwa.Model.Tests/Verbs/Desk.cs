using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>
/// Where the clerk of an agency, or NPR, has verbs done without a server: on a database, at an instant that is set.
/// </summary>
/// <param name="today">The Washington date; it is noon until another instant is set.</param>
/// <param name="own">A database of its own. All other desks share one, so each fact makes its own agency.</param>
internal sealed class Desk(DateOnly today, TestDatabase? own = null)
{
    private static readonly Lazy<Task<TestDatabase>> Common = new(async () =>
        Shared.For(await TestDatabase.CreateAsync(TestDatabase.Sqlite))
    );

    /// <summary>The domain's clock, which stands still until it is set.</summary>
    public SetClock Clock { get; } = new(Washington.At(today, new(12, 0)));

    /// <summary>A reviewer of NPR.</summary>
    public Clerk Reviewer => new(this, Role.Reviewer);

    /// <summary>An administrator of NPR.</summary>
    public Clerk Administrator => new(this, Role.Administrator);

    /// <summary>Someone who acts for these agencies.</summary>
    public Clerk ClerkOf(params Agency[] agencies) => new(this, Role.Agency, [.. agencies.Select(a => a.Id)]);

    /// <summary>An agency that the database holds.</summary>
    public async Task<Agency> AgencyAsync() => await (await ContextsAsync()).HasAgencyAsync();

    /// <summary>Stores records that are there before anything is asked.</summary>
    public async Task SaveAsync(params object[] records) => await (await ContextsAsync()).SaveAsync(records);

    /// <summary>Reads what the database holds.</summary>
    public async Task<T> ReadAsync<T>(Func<CwaDbContext, Task<T>> read)
    {
        await using var db = await ContextAsync();
        return await read(db);
    }

    /// <summary>A context of the database.</summary>
    public async Task<CwaDbContext> ContextAsync() => await (await ContextsAsync()).CreateDbContextAsync();

    private async Task<IDbContextFactory<CwaDbContext>> ContextsAsync() => (own ?? await Common.Value).Contexts;
}

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class SetClock(DateTime now) : TimeProvider
{
    /// <summary>The instant, UTC.</summary>
    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now);
}
