using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What the rows of one import share: the transaction, agencies, counts and announcements.</summary>
internal sealed class ImportSession(CwaDbContext db, ImportOptions options, ImportErrors errors)
{
    /// <summary>How many records are written at once and then released.</summary>
    public const int BatchSize = 1000;

    private const string OfAgency = "agency";

    private readonly List<(FeedKind Kind, Guid? AgencyId, Guid SubjectId)> _announcements = [];
    private readonly DomainClock _clock = new(TimeProvider.System, options.Today);
    private AgencyNames _names = new([]);
    private NamedAgencies _named = null!;

    public CwaDbContext Db => db;

    public ImportErrors Errors => errors;

    public ImportAnswers Answers => options.Answers;

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

    public async Task LoadAgenciesAsync(CancellationToken cancellationToken)
    {
        _names = new(await db.Agencies.AsNoTracking().ToListAsync(cancellationToken));
        _named = new(_names, options);
    }

    public bool MayWrite(Agency agency) => options.MayWrite?.Invoke(agency) ?? true;

    /// <summary>Any agency by its abbreviation, whoever may write for it.</summary>
    public Agency? FindAgency(string abbreviation) => _names.ByAbbreviation(abbreviation);

    /// <summary>
    /// The agency that the row names. One for which the caller may not write reads the same as one that does not exist.
    /// </summary>
    public Agency? AgencyOf(ImportRow row, string column) =>
        row.Required(column, Agency.LongestName) is { } text ? Named(row, column, text, isOwn: true) : null;

    /// <summary>
    /// Whether the sender has the rows of the row's agency passed over: by its name, or because it is not known. Each
    /// such row is told.
    /// </summary>
    public bool PassesOver(ImportRow row)
    {
        if (!Answers.PassOverAgencies || row.Peek(OfAgency) is not { } text)
            return false;
        var isNamed = Answers.AgencyOf(text) == ImportAnswers.Ignore;
        if (!isNamed && !(Answers.PassOverUnknown && _named.Find(text, isOwn: true).Agency is null))
            return false;

        var cause = isNamed ? $"The agency is {ValueText.Shown(text)}." : _named.Find(text, isOwn: true).Cause;
        row.Warn(OfAgency, $"The row is passed over. {cause}");
        return true;
    }

    /// <summary>The other agencies that a cell lists; null when one of them is not known, which is reported.</summary>
    public IReadOnlyList<Agency>? AgenciesOf(ImportRow row, string column)
    {
        var all = row.Texts(column).SelectMany(Split).Select(text => Named(row, column, text, isOwn: false)).ToList();
        return all.Contains(null) ? null : [.. all.OfType<Agency>()];
    }

    /// <summary>The event's id in the row; null when there is none.</summary>
    public Guid? EventId(ImportRow row, string column)
    {
        if (row.Text(column, 200) is not { } text)
            return null;
        if (KeyOf(typeof(Event), text) is { } key)
            return key;

        row.Error(column, $"'{text}' is not an event's id. Take it from an export or from the API, or leave it out.");
        return null;
    }

    /// <summary>The key of a record, if the text is its id.</summary>
    public Guid? KeyOf(Type record, string text) => options.RecordKey(record, text);

    /// <summary>Holds the agencies for which the caller may write; the file's own are locked.</summary>
    public HeldRecords Hold() => new() { Agencies = _names.All.Where(MayWrite).ToDictionary(agency => agency.Id) };

    /// <summary>A run of one verb for many rows.</summary>
    public Work Begin(string verb, HeldRecords held) => new(db, new ImportActor(By, held), _clock, verb, held);

    // Names have commas too, so that a comma separates only where the whole is no agency's name.
    private IEnumerable<string> Split(string text)
    {
        if (_named.Find(text, isOwn: false).Agency is not null)
            return [text];
        var parts = text.Split(
            (string[])[",", "/", "&", " and "],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return Array.TrueForAll(parts, part => _names.Find(part) is not null) ? parts : [text];
    }

    private Agency? Named(ImportRow row, string column, string text, bool isOwn)
    {
        var named = _named.Find(text, isOwn);
        if (named.Remark is { } remark)
            row.WarnOnce(column, text, remark);
        if (named.Agency is null)
            row.ErrorOnce(column, SearchText.Normalize(text), named.Reason, named.Question);
        return named.Agency;
    }

    /// <summary>The ids of those agencies for which the caller may write. Null means all of them.</summary>
    public Guid[] Own(IReadOnlySet<string>? named)
    {
        var ids = named?.Select(text => _named.Find(text, isOwn: true).Agency?.Id).ToHashSet();
        return
        [
            .. _names
                .All.Where(agency => MayWrite(agency) && ids?.Contains(agency.Id) != false)
                .Select(agency => agency.Id),
        ];
    }

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

    /// <summary>Writes what a run of a verb did, and releases it. Its announcements come last, with others.</summary>
    public async Task FlushAsync(Work work, CancellationToken cancellationToken)
    {
        _announcements.AddRange(work.Announcements);
        if (!errors.Any && !options.DryRun)
            await work.SaveRecordsAsync(cancellationToken);
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
