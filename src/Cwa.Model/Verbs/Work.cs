using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>One verb at work: what it reads and adds is written together, or not at all.</summary>
public sealed class Work(CwaDbContext db, IActor actor, DomainClock clock, string verb)
{
    private readonly List<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> _announcements = [];
    private readonly List<(object Record, Guid? AgencyId)> _audited = [];

    /// <summary>The records. A verb adds to them and changes them; only the session saves.</summary>
    public CwaDbContext Db => db;

    /// <summary>What is wrong or odd about the input.</summary>
    public Findings Findings { get; } = new();

    /// <summary>The check of the whole input.</summary>
    public Check Check => Findings.Check;

    /// <summary>Who asks.</summary>
    public string Actor => actor.Name;

    /// <summary>The domain's instant at which the mutation began.</summary>
    public DateTime Now { get; } = clock.Now;

    /// <summary>The domain's Washington date.</summary>
    public DateOnly Today => Washington.DateOf(Now);

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsGood => Check.IsGood;

    /// <summary>Says that something is wrong with a field, so that nothing is done.</summary>
    public void Refuse(Refusal refusal, params ReadOnlySpan<string> fields) => Check.Refuse(refusal, fields);

    /// <summary>Says that something is odd about a field.</summary>
    public void Warn(string message, params ReadOnlySpan<string> fields) => Check.Warn(message, fields);

    /// <summary>The agency that the caller acts for, kept from other writers; refused when there is none.</summary>
    public async Task<Agency?> AgencyAsync(
        Id<Agency> id,
        CancellationToken cancellationToken,
        Check? at = null,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
    {
        if (id.Key is { } key && actor.CanSubmitFor(key))
        {
            await db.LockAgenciesAsync([key], cancellationToken);
            if (await db.Agencies.SingleOrDefaultAsync(a => a.Id == key, cancellationToken) is { } agency)
                return agency;
        }

        (at ?? Check).Refuse(new AgencyNotFound(), Last(field));
        return null;
    }

    /// <summary>Keeps several agencies from other writers, before they are asked for one by one.</summary>
    public Task LockAsync(IEnumerable<Id<Agency>> ids, CancellationToken cancellationToken) =>
        db.LockAgenciesAsync(
            [.. ids.Select(id => id.Key).OfType<Guid>().Where(actor.CanSubmitFor).Distinct()],
            cancellationToken
        );

    /// <summary>Those of several agencies that the caller acts for, all kept from other writers.</summary>
    public async Task<IReadOnlyDictionary<Id<Agency>, Agency>> AgenciesAsync(
        IEnumerable<Id<Agency>> ids,
        CancellationToken cancellationToken
    )
    {
        var keys = ids.Where(id => id.Key is { } key && actor.CanSubmitFor(key)).Distinct().ToList();
        Guid[] own = [.. keys.Select(id => id.Key!.Value).Distinct()];
        await db.LockAgenciesAsync(own, cancellationToken);
        var found = await db
            .Agencies.Where(a => Enumerable.Contains(own, a.Id))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        return keys.Where(id => found.ContainsKey(id.Key!.Value)).ToDictionary(id => id, id => found[id.Key!.Value]);
    }

    /// <summary>
    /// The record of an agency that the caller acts for, its agency kept from other writers; refused when there is
    /// none.
    /// </summary>
    public Task<T?> OwnAsync<T>(
        Id<T> id,
        CancellationToken cancellationToken,
        Check? at = null,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
        where T : class, IAgencyRecord => OwnAsync(id, AgencyOf<T>(), cancellationToken, at, field);

    /// <summary>A record that belongs to another record of an agency that the caller acts for.</summary>
    public Task<T?> OwnAsync<T>(
        Id<T> id,
        Expression<Func<T, Guid>> owner,
        CancellationToken cancellationToken,
        Check? at = null,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
        where T : class =>
        FindAsync(id, at ?? Check, Last(field), db.Set<T>(), owner, actor.CanSubmitFor, cancellationToken);

    /// <summary>
    /// The record that the caller may see and review, its agency kept from other writers; refused when there is none.
    /// </summary>
    public Task<T?> ReviewedAsync<T>(
        Id<T> id,
        CancellationToken cancellationToken,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
        where T : class, IAgencyRecord =>
        FindAsync(
            id,
            Check,
            Last(field),
            actor.Sees(db.Set<T>()),
            AgencyOf<T>(),
            _ => actor.CanReview,
            cancellationToken
        );

    /// <summary>Puts what becomes of a record into the audit trail.</summary>
    public void Audit(object record, Guid? agencyId) => _audited.Add((record, agencyId));

    /// <summary>Announces a record in the feed, and puts what becomes of it into the audit trail.</summary>
    public void Announce(FeedKind kind, IAgencyRecord record) => Announce(kind, record, record.Id, record.AgencyId);

    /// <summary>
    /// Announces a record that belongs to another record of the agency, or that concerns all agencies and belongs to
    /// none.
    /// </summary>
    public void Announce(FeedKind kind, object record, Guid id, Guid? agencyId)
    {
        _announcements.Add((kind, agencyId, id));
        Audit(record, agencyId);
    }

    /// <summary>Writes the records and their audit trail, then the feed, whose numbers are taken last.</summary>
    /// <returns>The number of the newest entry; 0 when nothing is announced.</returns>
    public async Task<long> SaveAsync(CancellationToken cancellationToken)
    {
        // Looked for once: from here on nothing changes but what is added, and each look compares every column of every
        // record.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var (record, agencyId) in _audited.Concat(Forgotten()).ToList())
            db.Add(await AuditTrail.EntryAsync(db.Entry(record), verb, actor.Name, agencyId, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        if (_announcements is [])
            return 0;

        var sequence = await FeedCounter.TakeAsync(db, _announcements.Count, cancellationToken);
        db.AddRange(_announcements.Select(a => new FeedEntry(sequence++, a.Kind, a.AgencyId, a.SubjectId)));
        await db.SaveChangesAsync(cancellationToken);
        return sequence - 1;
    }

    // No agency's record changes without a trace, whether its verb thought of that or not. What a report does to its
    // events is in the report's revisions.
    private IEnumerable<(object Record, Guid? AgencyId)> Forgotten() =>
        db
            .ChangeTracker.Entries<IAgencyRecord>()
            .Where(e =>
                e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && e.Entity is not Event
                && !_audited.Exists(audited => audited.Record == e.Entity)
            )
            .Select(e => ((object)e.Entity, (Guid?)e.Entity.AgencyId));

    private async Task<T?> FindAsync<T>(
        Id<T> id,
        Check at,
        string field,
        IQueryable<T> records,
        Expression<Func<T, Guid>> owner,
        Func<Guid, bool> mayWrite,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (id.Key is { } key)
        {
            var found = records.Where(r => EF.Property<Guid>(r, "Id") == key);
            if (await found.Select(owner).ToListAsync(cancellationToken) is [var agencyId] && mayWrite(agencyId))
            {
                // Read again once it is locked: another writer may just have changed or deleted it.
                await db.LockAgenciesAsync([agencyId], cancellationToken);
                if (await found.SingleOrDefaultAsync(cancellationToken) is { } record)
                    return record;
            }
        }

        at.Refuse(new RecordNotFound(), field);
        return null;
    }

    private static Expression<Func<T, Guid>> AgencyOf<T>()
        where T : class, IAgencyRecord => record => EF.Property<Guid>(record, nameof(IAgencyRecord.AgencyId));

    // What was written is `AgencyId`, or `report.AgencyId`.
    private static string Last(string expression) => expression[(expression.LastIndexOf('.') + 1)..];
}

/// <summary>There is no such agency, or none that the caller acts for.</summary>
public sealed record AgencyNotFound : Refusal
{
    /// <inheritdoc/>
    public override string Message => "There is no agency with this id for which you may do this.";
}

/// <summary>There is no such record, or none that the caller may change.</summary>
public sealed record RecordNotFound : Refusal
{
    /// <inheritdoc/>
    public override string Message => "There is nothing with this id to which you may do this.";
}
