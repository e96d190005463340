using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What a cell calls a record of an agency.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Text">The text in the cell.</param>
/// <param name="Key">The record's key, if the text is an id.</param>
/// <param name="Day">The day by which an event is told from others; null when none is given.</param>
internal readonly record struct RecordName(Guid AgencyId, string Text, Guid? Key, DateOnly? Day);

/// <summary>Finds the records that cells name, by id or by what they are called, a batch at a time.</summary>
internal abstract class NamedRecords
{
    /// <summary>What such a record is called in a sentence.</summary>
    public abstract string Noun { get; }

    /// <summary>Whether a day tells them apart.</summary>
    public virtual bool HaveDays => false;

    /// <summary>The records of the type.</summary>
    public static NamedRecords Of(Type type) =>
        type == typeof(Event) ? new NamedEvents()
        : type == typeof(ServiceStandard) ? new NamedStandards()
        : type == typeof(Survey) ? new NamedSurveys()
        : type == typeof(Program) ? new NamedPrograms()
        : type == typeof(AgencyTheme) ? new NamedThemes()
        : throw new NotSupportedException($"No file names a {type.Name}.");

    /// <summary>Reads the records that have these names; they can be changed if a verb changes them.</summary>
    public abstract Task LoadAsync(
        CwaDbContext db,
        IReadOnlyList<RecordName> names,
        bool areChanged,
        CancellationToken cancellationToken
    );

    /// <summary>The records that are called so.</summary>
    public abstract IReadOnlyList<IAgencyRecord> Find(RecordName name);
}

/// <inheritdoc/>
internal abstract class NamedRecords<T> : NamedRecords
    where T : class, IAgencyRecord
{
    private Dictionary<Guid, T> _byKey = [];
    private ILookup<(Guid, string), T> _byName = Enumerable.Empty<T>().ToLookup(record => (record.Id, ""));

    /// <inheritdoc/>
    public override async Task LoadAsync(
        CwaDbContext db,
        IReadOnlyList<RecordName> names,
        bool areChanged,
        CancellationToken cancellationToken
    )
    {
        var query = Query(db, [.. names.Select(name => name.AgencyId).Distinct()], names);
        var found = await (areChanged ? query : query.AsNoTracking()).ToListAsync(cancellationToken);
        _byKey = found.ToDictionary(record => record.Id);
        _byName = found
            .SelectMany(record => NamesOf(record).OfType<string>().Distinct().Select(name => (name, record)))
            .ToLookup(named => (named.record.AgencyId, SearchText.Normalize(named.name)), named => named.record);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<IAgencyRecord> Find(RecordName name)
    {
        if (name.Key is { } key)
            return _byKey.GetValueOrDefault(key) is { } found && found.AgencyId == name.AgencyId ? [found] : [];
        return
        [
            .. _byName[(name.AgencyId, SearchText.Normalize(name.Text))]
                .Distinct()
                .Where(record => name.Day is not { } day || IsOn(record, day)),
        ];
    }

    /// <summary>Records of the agencies, among them all those that have one of the names.</summary>
    protected abstract IQueryable<T> Query(
        CwaDbContext db,
        IReadOnlyList<Guid> agencies,
        IReadOnlyList<RecordName> names
    );

    /// <summary>What the record is called.</summary>
    protected abstract IEnumerable<string?> NamesOf(T record);

    /// <summary>Whether the record is of that day.</summary>
    protected virtual bool IsOn(T record, DateOnly day) => true;

    /// <summary>The keys that are given.</summary>
    protected static IReadOnlyList<Guid> Keys(IEnumerable<RecordName> names) =>
        [.. names.Select(name => name.Key).OfType<Guid>().Distinct()];

    /// <summary>The names that are not keys, as they are written.</summary>
    protected static IReadOnlyList<string> Texts(IEnumerable<RecordName> names) =>
        [.. names.Where(name => name.Key is null).Select(name => name.Text).Distinct()];
}

/// <summary>Events by title, or by description where the day is given.</summary>
internal sealed class NamedEvents : NamedRecords<Event>
{
    public override string Noun => "event";

    public override bool HaveDays => true;

    protected override IQueryable<Event> Query(
        CwaDbContext db,
        IReadOnlyList<Guid> agencies,
        IReadOnlyList<RecordName> names
    )
    {
        var (keys, days) = (Keys(names), names.Select(name => name.Day).OfType<DateOnly>().Distinct().ToList());
        var titles = Texts(names).Select(SearchText.Normalize).ToList();
        return db.Events.Where(e =>
            EF.Parameter(agencies).Contains(e.AgencyId)
            && (
                EF.Parameter(keys).Contains(e.Id)
                || EF.Parameter(titles).Contains(e.TitleSearch!)
                || EF.Parameter(days).Contains(e.StartsOn)
            )
        );
    }

    protected override IEnumerable<string?> NamesOf(Event record) => [record.Title, record.Description];

    protected override bool IsOn(Event record, DateOnly day) => record.StartsOn == day;
}

/// <summary>Standards by their promise, or by what they measure.</summary>
internal sealed class NamedStandards : NamedRecords<ServiceStandard>
{
    public override string Noun => "standard";

    protected override IQueryable<ServiceStandard> Query(
        CwaDbContext db,
        IReadOnlyList<Guid> agencies,
        IReadOnlyList<RecordName> names
    ) => db.ServiceStandards.Where(s => EF.Parameter(agencies).Contains(s.AgencyId));

    protected override IEnumerable<string?> NamesOf(ServiceStandard record) => [record.Statement, record.Measure];
}

/// <summary>Surveys by title.</summary>
internal sealed class NamedSurveys : NamedRecords<Survey>
{
    public override string Noun => "survey";

    protected override IQueryable<Survey> Query(
        CwaDbContext db,
        IReadOnlyList<Guid> agencies,
        IReadOnlyList<RecordName> names
    )
    {
        var (keys, titles) = (Keys(names), Texts(names));
        return db.Surveys.Where(s =>
            EF.Parameter(agencies).Contains(s.AgencyId)
            && (EF.Parameter(keys).Contains(s.Id) || EF.Parameter(titles).Contains(s.Title))
        );
    }

    protected override IEnumerable<string?> NamesOf(Survey record) => [record.Title];
}

/// <summary>Programs by name.</summary>
internal sealed class NamedPrograms : NamedRecords<Program>
{
    public override string Noun => "program";

    protected override IQueryable<Program> Query(
        CwaDbContext db,
        IReadOnlyList<Guid> agencies,
        IReadOnlyList<RecordName> names
    )
    {
        var (keys, named) = (Keys(names), Texts(names));
        return db.Programs.Where(p =>
            EF.Parameter(agencies).Contains(p.AgencyId)
            && (EF.Parameter(keys).Contains(p.Id) || EF.Parameter(named).Contains(p.Name))
        );
    }

    protected override IEnumerable<string?> NamesOf(Program record) => [record.Name];
}

/// <summary>Agencies' own themes by name.</summary>
internal sealed class NamedThemes : NamedRecords<AgencyTheme>
{
    public override string Noun => "theme";

    protected override IQueryable<AgencyTheme> Query(
        CwaDbContext db,
        IReadOnlyList<Guid> agencies,
        IReadOnlyList<RecordName> names
    ) => db.AgencyThemes.Where(t => EF.Parameter(agencies).Contains(t.AgencyId));

    protected override IEnumerable<string?> NamesOf(AgencyTheme record) => [record.Name];
}
