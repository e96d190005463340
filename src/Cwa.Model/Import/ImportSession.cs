using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What the rows of one import share: the transaction, agencies, counts and announcements.</summary>
internal sealed class ImportSession(CwaDbContext db, ImportOptions options, ImportErrors errors)
{
    /// <summary>How many records are written at once and then released.</summary>
    public const int BatchSize = 1000;

    private readonly List<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> _announcements = [];
    private Dictionary<string, Agency> _agencies = [];

    public CwaDbContext Db => db;

    public ImportErrors Errors => errors;

    public string By => options.By;

    /// <summary>Today's date in Washington, by the domain's clock.</summary>
    public DateOnly Today => options.Today;

    /// <summary>When the import began, in UTC by the domain's clock.</summary>
    public DateTime Now { get; } = new DomainClock(TimeProvider.System, options.Today).Now;

    public long Inserted { get; set; }

    public long Updated { get; set; }

    public long Unchanged { get; set; }

    /// <summary>Whether anything was written, or would be in a dry run. Every change is announced.</summary>
    public bool Changes => _announcements is not [];

    public async Task LoadAgenciesAsync(CancellationToken cancellationToken) =>
        _agencies = await db
            .Agencies.AsNoTracking()
            .ToDictionaryAsync(agency => agency.AbbreviationSearch, cancellationToken);

    public bool MayWrite(Agency agency) => options.MayWrite?.Invoke(agency) ?? true;

    /// <summary>Any agency by its abbreviation, whoever may write for it.</summary>
    public Agency? FindAgency(string abbreviation) => _agencies.GetValueOrDefault(SearchText.Normalize(abbreviation));

    /// <summary>
    /// The agency that the row names. One for which the caller may not write reads the same as one that does not exist.
    /// </summary>
    public Agency? AgencyOf(ImportRow row, string column)
    {
        if (row.Required(column, AgencyAbbreviation.Longest) is not { } abbreviation)
            return null;
        if (FindAgency(abbreviation) is { } agency && MayWrite(agency))
            return agency;

        row.Error(
            column,
            $"There is no agency {abbreviation}{(options.MayWrite is null ? "" : " for which you may write")}."
        );
        return null;
    }

    /// <summary>The event's id in the row; null when there is none.</summary>
    public Guid? EventId(ImportRow row, string column)
    {
        if (row.Text(column, 200) is not { } text)
            return null;
        if (options.EventKey(text) is { } key)
            return key;

        row.Error(column, $"'{text}' is not an event's id. Take it from an export or from the API, or leave it out.");
        return null;
    }

    /// <summary>
    /// Keeps others from writing for the agencies until the transaction ends. Null means all of them.
    /// </summary>
    public Task LockAsync(IReadOnlySet<string>? abbreviations, CancellationToken cancellationToken) =>
        db.LockAgenciesAsync(
            [
                .. _agencies
                    .Values.Where(agency =>
                        MayWrite(agency) && abbreviations?.Contains(agency.AbbreviationSearch) != false
                    )
                    .Select(agency => agency.Id),
            ],
            cancellationToken
        );

    public void Audit(
        string action,
        string subjectKind,
        Guid subjectId,
        Guid? agencyId,
        string? before,
        string? after
    ) => db.Add(new AuditEntry(action, By, subjectKind, subjectId, agencyId, before, after));

    public void Announce(FeedKind kind, Guid? agencyId, Guid subjectId) =>
        _announcements.Add((kind, agencyId, subjectId));

    /// <summary>Writes what was added, and releases it so that memory stays bounded.</summary>
    /// <remarks>Nothing is written in a dry run or after the first error.</remarks>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!errors.Any && !options.DryRun)
            await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Writes the feed entries, whose numbers are taken last.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (_announcements is [])
            return;

        var sequence = await FeedCounter.TakeAsync(db, _announcements.Count, cancellationToken);
        foreach (var batch in _announcements.Chunk(BatchSize))
        {
            db.AddRange(batch.Select(entry => new FeedEntry(sequence++, entry.Kind, entry.AgencyId, entry.SubjectId)));
            await FlushAsync(cancellationToken);
        }
    }
}
