namespace Cwa.Model;

/// <summary>
/// A kind of file whose rows are what a verb is told. The columns are the verb's properties, and its rules are the
/// verb's own.
/// </summary>
/// <param name="name">The kind's name on the command line and in addresses.</param>
internal abstract class VerbRows<TVerb, TRecord>(string name)
    where TVerb : Verb<TRecord>
    where TRecord : class
{
    private const int MaxRows = 1_000_000;

    private const string OfAgency = "agency",
        StartsOn = "starts_on";

    private static readonly IReadOnlyList<VerbColumn> All = VerbColumn.Of(typeof(TVerb));

    private static readonly VerbColumn? AgencyColumn = All.FirstOrDefault(column => column.Named == typeof(Agency));

    private IReadOnlyList<VerbColumn>? _filled;
    private IReadOnlyList<VerbColumn>? _alternatives;
    private IReadOnlySet<VerbColumn>? _required;

    /// <summary>The kind.</summary>
    public ImportKind Kind() =>
        new(name, MaxRows, session => new VerbImport<TVerb, TRecord>(session, this))
        {
            RequiredColumns = [OfAgency, .. Filled.Where(IsRequired).Select(column => column.Name)],
            OptionalColumns =
            [
                .. Filled.Where(column => !IsRequired(column)).Select(column => column.Name),
                .. NamesEvents ? [StartsOn] : (string[])[],
            ],
            PassedOverColumns = PassedOver,
            NeededWith = NeededWith,
            Choices = Filled
                .Where(column => column.Choices is not [])
                .ToDictionary(column => column.Name, column => column.Choices),
            Published = Published,
            Words = new Dictionary<string, string[]>(Words) { [OfAgency] = ColumnWords.Agency },
            Example = Example,
            // A report changes events, and is audited as a report.
            DependsOn = NamesEvents
                ? null
                :
                [
                    nameof(Agency),
                    typeof(TRecord).Name,
                    .. Filled.Select(column => column.Named?.Name).OfType<string>(),
                ],
            SummedColumns = [.. Filled.Where(column => column.IsCount).Select(column => column.Name)],
            DayColumns = [.. Filled.Where(column => column.IsDay).Select(column => column.Name), StartsOn],
        };

    /// <summary>The columns that fill the verb, without that of the agency, which every row has.</summary>
    public IReadOnlyList<VerbColumn> Filled =>
        _filled ??= [.. All.Where(column => column.Named != typeof(Agency) && !NotInFile.Contains(column.Property))];

    /// <summary>The properties by which the row's record is told from others of its agency.</summary>
    public abstract IReadOnlyList<string> Key { get; }

    /// <summary>
    /// The properties by which new rows of one file must differ: those of the key, unless the verb allows fewer.
    /// </summary>
    public virtual IReadOnlyList<string> OncePerFile => Key;

    /// <summary>Whether <see cref="Stored"/> finds all that the verb asks for before it records something.</summary>
    public virtual bool FindsWhatTheVerbAsks => false;

    /// <summary>Whether the verb itself, done again, changes what it has made.</summary>
    public virtual bool ChangesItsRecord => false;

    /// <summary>The columns that exports write and imports ignore.</summary>
    protected virtual IReadOnlyList<string> PassedOver => ["id", "agency_name", "recorded_at", "updated_at"];

    /// <summary>The properties of the verb that no file has.</summary>
    protected virtual IReadOnlyList<string> NotInFile => [];

    /// <summary>The columns that a file may leave out, though a mutation needs the property.</summary>
    protected virtual IReadOnlyList<string> Spared => [];

    /// <summary>The columns that a file with another column needs, too, by that other one.</summary>
    protected virtual IReadOnlyDictionary<string, string> NeededWith => new Dictionary<string, string>();

    /// <summary>The files that others publish and that are understood as they are.</summary>
    protected virtual IReadOnlyList<PublishedForm> Published => [];

    /// <summary>What people write above a column in place of its name.</summary>
    protected abstract IReadOnlyDictionary<string, string[]> Words { get; }

    /// <summary>The values of an example row, by column.</summary>
    protected abstract IReadOnlyDictionary<string, string> Example { get; }

    /// <summary>Says what follows from what the row says.</summary>
    public virtual TVerb Complete(TVerb verb) => verb;

    /// <summary>
    /// The records that such rows may have made before; null where the verb itself sees that nothing changes.
    /// </summary>
    public virtual IQueryable<TRecord>? Stored(CwaDbContext db, IReadOnlyList<TVerb> said) => null;

    /// <summary>What the record says where the verb has the property.</summary>
    public virtual object? Told(TRecord record, string property) =>
        ReadProperty.Of(typeof(TRecord), property)?.Invoke(record);

    /// <summary>Whether what was said about a property can be compared with the record's.</summary>
    public virtual bool IsComparable(TVerb verb, string property) => true;

    /// <summary>Whether the row only names its record, as where nothing is known yet.</summary>
    public virtual bool SaysNothing(VerbRow<TVerb> row) => false;

    /// <summary>Those of several records of the same name that the row can mean.</summary>
    public virtual IEnumerable<object> Fitting(TVerb verb, IEnumerable<object> named) => named;

    /// <summary>What the row says; null if its agency is not known.</summary>
    public VerbRow<TVerb>? Read(ImportRow row, ImportSession session)
    {
        var agency = session.AgencyOf(row, OfAgency);
        var verb = Activator.CreateInstance<TVerb>();
        var names = new Dictionary<VerbColumn, string>();
        foreach (var column in Filled)
        {
            if (column.Read(row, IsRequired(column)) is not { } value)
                continue;
            if (column.Named is null)
                column.Set(verb, value);
            else
                names.Add(column, (string)value);
        }

        CheckAlternatives(verb, row);
        var day = NamesEvents ? row.Day(StartsOn) : null;
        if (agency is null)
            return null;
        AgencyColumn?.SetId(verb, agency.Abbreviation, agency.Id);
        return new(row.Line, agency, Complete(verb), names, day, row.Unread) { IsBroken = !row.IsGood };
    }

    /// <summary>The column for a property of the verb.</summary>
    public static VerbColumn ColumnOf(string property) => All.First(column => column.Property == property);

    private void CheckAlternatives(TVerb verb, ImportRow row)
    {
        _alternatives ??= [.. Filled.Where(column => column.IsAlternative)];
        if (_alternatives is not [var first, ..])
            return;
        // Even a broken row has the part in which they are.
        first.Get(verb);
        if (_alternatives.Count(column => row.Peek(column.Name) is not null) != 1)
            row.Error(
                first.Name,
                $"Give exactly one of {string.Join(", ", _alternatives.SkipLast(1).Select(column => column.Name))} "
                    + $"and {_alternatives[^1].Name}."
            );
    }

    private bool NamesEvents => Filled.Any(column => column.Named == typeof(Event));

    private bool IsRequired(VerbColumn column) =>
        (_required ??= Filled.Where(filled => filled.IsRequired && !Spared.Contains(filled.Name)).ToHashSet()).Contains(
            column
        );
}
