using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>One run of a verb. Everything that it changes is saved together or not at all.</summary>
public sealed class Work(CwaDbContext db, IActor actor, DomainClock clock, string verb)
{
    private readonly List<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> _announcements = [];
    private readonly List<(object Record, Guid? AgencyId)> _audited = [];
    private readonly Dictionary<Guid, Agency> _locked = [];
    private readonly List<ReportChange> _changes = [];
    private readonly HeldRecords? _held;
    private Check? _check;

    /// <summary>One run of many verbs, whose records are held already.</summary>
    internal Work(CwaDbContext db, IActor actor, DomainClock clock, string verb, HeldRecords held)
        : this(db, actor, clock, verb)
    {
        _held = held;
        _locked = held.Agencies;
    }

    /// <summary>The records. A verb adds and changes them; only <see cref="SaveAsync"/>, afterwards, saves.</summary>
    public CwaDbContext Db => db;

    /// <summary>The refusals and warnings so far.</summary>
    public Findings Findings { get; } = new();

    /// <summary>The check of the whole input.</summary>
    public Check Check => _check ?? Findings.Check;

    /// <summary>The caller's name, as the audit trail has it.</summary>
    public string Actor => actor.Name;

    /// <summary>Who acts.</summary>
    internal IActor Caller => actor;

    /// <summary>The name of the verb, as the audit trail has it.</summary>
    internal string Verb => verb;

    /// <summary>When the verb began, in UTC by the domain's clock.</summary>
    public DateTime Now { get; } = clock.Now;

    /// <summary>Today's date in Washington, by the domain's clock.</summary>
    public DateOnly Today => Washington.DateOf(Now);

    /// <summary>What has been announced, in order.</summary>
    internal IReadOnlyList<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> Announcements => _announcements;

    /// <summary>Has the next verb of the run report what it finds elsewhere.</summary>
    internal void ReportTo(Check check) => _check = check;

    /// <summary>Whether nothing has been refused so far.</summary>
    public bool IsGood => Check.IsGood;

    /// <summary>Refuses the input because of a field.</summary>
    public void Refuse(Refusal refusal, params ReadOnlySpan<string> fields) => Check.Refuse(refusal, fields);

    /// <summary>Warns of something odd in a field.</summary>
    public void Warn(string message, params ReadOnlySpan<string> fields) => Check.Warn(message, fields);

    /// <summary>
    /// The agency with this id, locked against other writers; refused if the caller does not act for it.
    /// </summary>
    public async Task<Agency?> AgencyAsync(
        Id<Agency> id,
        CancellationToken cancellationToken,
        Check? at = null,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
    {
        if ((await AgenciesAsync([id], cancellationToken)).TryGetValue(id, out var agency))
            return agency;

        (at ?? Check).Refuse(new AgencyNotFound(), Last(field));
        return null;
    }

    /// <summary>
    /// Those of the agencies that the caller acts for, all locked against other writers. An agency that was asked for
    /// before is not read again.
    /// </summary>
    public async Task<IReadOnlyDictionary<Id<Agency>, Agency>> AgenciesAsync(
        IEnumerable<Id<Agency>> ids,
        CancellationToken cancellationToken
    )
    {
        var own = ids.Where(id => id.Key is { } key && actor.CanSubmitFor(key)).ToHashSet();
        Guid[] unread = [.. own.Select(id => id.Key!.Value).Where(key => !_locked.ContainsKey(key)).Distinct()];
        foreach (var agency in await db.LockedAgenciesAsync(unread, cancellationToken))
            _locked.Add(agency.Id, agency);
        return own.Where(id => _locked.ContainsKey(id.Key!.Value)).ToDictionary(id => id, id => _locked[id.Key!.Value]);
    }

    /// <summary>
    /// The record with this id, its agency locked against other writers; refused if the caller does not act for the
    /// agency.
    /// </summary>
    public Task<T?> OwnAsync<T>(
        Id<T> id,
        CancellationToken cancellationToken,
        Check? at = null,
        [CallerArgumentExpression(nameof(id))] string field = ""
    )
        where T : class, IAgencyRecord => OwnAsync(id, AgencyOf<T>(), cancellationToken, at, field);

    /// <summary>The same for a record that belongs to another record of the agency.</summary>
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
    /// The record with this id, its agency locked against other writers; refused if the caller may not see and review
    /// it.
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

    /// <summary>The one record that the verb would make again, unchanged; null when there is none.</summary>
    internal Task<T?> ExistingAsync<T>(IQueryable<T> records, CancellationToken cancellationToken)
        where T : class =>
        _held is { IsLookedUp: true } looked
            ? Task.FromResult((T?)looked.Existing)
            : records.AsNoTracking().SingleOrDefaultAsync(cancellationToken);

    /// <summary>What becomes different about reports' events, in the order in which it was told.</summary>
    public IReadOnlyList<ReportChange> Changes => _changes;

    /// <summary>Tells what becomes different about a report's events.</summary>
    public void Tell(IEnumerable<ReportChange> changes) => _changes.AddRange(changes);

    /// <summary>Adds the record's change to the audit trail.</summary>
    public void Audit(object record, Guid? agencyId) => _audited.Add((record, agencyId));

    /// <summary>Announces the record in the feed, and adds its change to the audit trail.</summary>
    public void Announce(FeedKind kind, IAgencyRecord record) => Announce(kind, record, record.Id, record.AgencyId);

    /// <summary>Announces a record that belongs to another record of the agency, or to no agency.</summary>
    public void Announce(FeedKind kind, object record, Guid id, Guid? agencyId)
    {
        _announcements.Add((kind, agencyId, id));
        Audit(record, agencyId);
    }

    /// <summary>Saves the records and their audit trail, then the feed entries.</summary>
    /// <returns>
    /// The number of the newest feed entry; 0 when nothing was announced, and null when there is nothing to save.
    /// </returns>
    public async Task<long?> SaveAsync(CancellationToken cancellationToken)
    {
        if (await SaveRecordsAsync(cancellationToken) is not { } recordedAt)
            return null;
        return _announcements is []
            ? 0
            : await FeedCounter.AppendAsync(db, _announcements, recordedAt, cancellationToken);
    }

    /// <summary>Saves the records and their audit trail. The announcements are left to the caller.</summary>
    /// <returns>When the last of them was recorded; null when there is nothing to save.</returns>
    internal async Task<DateTime?> SaveRecordsAsync(CancellationToken cancellationToken)
    {
        // Detected once: from here on records are only added, and each detection compares every column of every record.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        if (!db.ChangeTracker.HasChanges())
            return null;

        var audit = await AuditTrail.EntriesAsync(db, _audited, verb, actor.Name, cancellationToken);
        db.AddRange(audit);
        await db.SaveChangesAsync(cancellationToken);
        // What is announced is audited, too, and recorded at the same instant.
        return audit is [] ? default(DateTime) : audit[^1].RecordedAt;
    }

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
            if (_held?.Find<T>(key) is var (held, ownerId) && mayWrite(ownerId))
                return held;

            var found = records.Where(r => EF.Property<Guid>(r, "Id") == key);
            if (await found.Select(owner).ToListAsync(cancellationToken) is [var agencyId] && mayWrite(agencyId))
            {
                // Read again once it is locked: another writer may just have changed or deleted it.
                await db.LockAgenciesAsync([agencyId], cancellationToken);
                if (await found.SingleOrDefaultAsync(cancellationToken) is { } record)
                {
                    if (record is not CorrectableRecord { RetractedAt: { } since } old)
                        return record;

                    at.Refuse(new RecordNotCurrent(since, old.RetractionReason!, old.CurrentId is null), field);
                    return null;
                }
            }
        }

        at.Refuse(new RecordNotFound(), field);
        return null;
    }

    private static Expression<Func<T, Guid>> AgencyOf<T>()
        where T : class, IAgencyRecord => record => EF.Property<Guid>(record, nameof(IAgencyRecord.AgencyId));

    // The expression is `AgencyId` or `report.AgencyId`.
    private static string Last(string expression) => expression[(expression.LastIndexOf('.') + 1)..];
}
