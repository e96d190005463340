using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Someone at a desk who has verbs done, if they are theirs to do.</summary>
internal sealed class Clerk(Desk desk, Role role, params Guid[] agencies) : IActor
{
    public string Subject => $"{role} {string.Join(' ', agencies)}";

    public string Name => role == Role.Agency ? "pat" : "npr";

    public bool CanReview => role != Role.Agency;

    public bool CanSubmitFor(Guid agencyId) => agencies.Contains(agencyId);

    /// <summary>An agency sees what is there, and NPR no drafts.</summary>
    public IQueryable<T> Sees<T>(IQueryable<T> records)
        where T : class =>
        records switch
        {
            _ when !CanReview => records,
            IQueryable<AnnualReport> all => (IQueryable<T>)all.Where(r => r.Status != AnnualReportStatus.Draft),
            IQueryable<MonthlyReport> all => (IQueryable<T>)all.Where(r => r.Status != MonthlyReportStatus.Draft),
            _ => throw new NotSupportedException($"It is not said which {typeof(T).Name} NPR sees."),
        };

    /// <summary>Has a verb done: all of it, or nothing where it is refused or only checked.</summary>
    public async Task<Done<T>> DoAsync<T>(VerbOf<T> verb)
        where T : class
    {
        Assert.Contains(role, verb.GetType().GetCustomAttribute<ByAttribute>()!.Roles);
        await using var db = await desk.ContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        var before = await db.FeedCounters.Select(c => c.LastSequence).SingleAsync();
        var work = new Work(db, this, new DomainClock(desk.Clock), Verb.NameOf(verb.GetType()));
        var (given, newest) = await verb.RunAsync(work, desk.Clock, default);
        if (newest is not null)
            await transaction.CommitAsync(default);

        return new(
            await StoredAsync([.. given.Select(IdOf)]),
            work.Findings.Refusals,
            work.Findings.Warnings,
            await AnnouncedAsync(),
            [.. db.AuditEntries.Local.OrderBy(e => e.RecordedAt)],
            work.Changes
        );

        Guid IdOf(T record) => db.Entry(record).Property<Guid>("Id").CurrentValue;

        async Task<IReadOnlyList<(FeedKind, Guid?, Guid)>> AnnouncedAsync()
        {
            await using var stored = await desk.ContextAsync();
            var entries = await stored
                .FeedEntries.Where(e => e.Sequence > before && e.Sequence <= newest)
                .OrderBy(e => e.Sequence)
                .ToListAsync();
            return [.. entries.Select(e => (e.Kind, e.AgencyId, e.SubjectId))];
        }

        async Task<IReadOnlyList<T>> StoredAsync(List<Guid> ids)
        {
            await using var stored = await desk.ContextAsync();
            var found = await stored.Set<T>().Where(r => ids.Contains(EF.Property<Guid>(r, "Id"))).ToListAsync();
            return [.. found.OrderBy(r => ids.IndexOf(stored.Entry(r).Property<Guid>("Id").CurrentValue))];
        }
    }
}
