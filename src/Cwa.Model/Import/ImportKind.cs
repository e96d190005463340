using System.Collections.Frozen;

namespace Cwa.Model;

/// <summary>A kind of file that can be imported.</summary>
public sealed class ImportKind
{
    private const int LongestHeading = 200;

    private FrozenDictionary<string, string>? _byLetters;

    internal ImportKind(string name, int maxRows, Func<ImportSession, IRowImport> begin) =>
        (Name, MaxRows, Begin) = (name, maxRows, begin);

    /// <summary>The kind's name on the command line and in addresses, such as complaint-metrics.</summary>
    public string Name { get; }

    /// <summary>The most rows that one file may have.</summary>
    public int MaxRows { get; }

    /// <summary>The columns that every file has, in any order.</summary>
    public required IReadOnlyList<string> RequiredColumns { get; init; }

    /// <summary>The columns that a file may leave out.</summary>
    public IReadOnlyList<string> OptionalColumns { get; init; } = [];

    /// <summary>The columns that exports write and imports ignore.</summary>
    public IReadOnlyList<string> PassedOverColumns { get; init; } = [];

    /// <summary>The columns that a file with another column needs, too, by that other one.</summary>
    internal IReadOnlyDictionary<string, string> NeededWith { get; init; } = new Dictionary<string, string>();

    /// <summary>The values of the columns that have only a few, by column.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What people write above a column in place of its name.</summary>
    internal IReadOnlyDictionary<string, string[]> Words { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The values of an example row, by column.</summary>
    internal IReadOnlyDictionary<string, string> Example { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns whose numbers a last row may add up.</summary>
    internal IReadOnlyList<string> SummedColumns { get; init; } = [];

    /// <summary>The columns that hold days.</summary>
    internal IReadOnlyList<string> DayColumns { get; init; } = [];

    /// <summary>
    /// The kinds of records that decide what a row changes. While a file is read, only such a change makes it be read
    /// again. Null stands for all that the agency has.
    /// </summary>
    internal IReadOnlyList<string>? DependsOn { get; init; }

    /// <summary>The files that others publish and that are understood as they are.</summary>
    internal IReadOnlyList<PublishedForm> Published { get; init; } = [];

    /// <summary>All columns that a file may have.</summary>
    internal IEnumerable<string> Columns => [.. RequiredColumns, .. OptionalColumns, .. PassedOverColumns];

    internal Func<ImportSession, IRowImport> Begin { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>
    /// The column that a text above it names; null when there is none. Pending Start, pending-start and PENDINGSTART
    /// all mean pending_start, and so do the column's words.
    /// </summary>
    internal string? ColumnOf(string name) =>
        name.Length > LongestHeading ? null
        : ByLetters().GetValueOrDefault(Letters.Of(name)) is { } column ? column
        : ByLetters().GetValueOrDefault(Letters.Of(WithoutRemark(name)));

    /// <summary>Whether a text is a column's own name, and not a word for it.</summary>
    internal bool IsOwnName(string name) => Columns.Any(column => Letters.Of(column) == Letters.Of(name));

    /// <summary>How many columns the texts name.</summary>
    internal int Known(IEnumerable<string> names) => names.Select(ColumnOf).OfType<string>().Distinct().Count();

    private FrozenDictionary<string, string> ByLetters() =>
        _byLetters ??= Columns
            .Select(column => (Said: Letters.Of(column), Column: column))
            .Concat(Words.SelectMany(words => words.Value.Select(word => (Said: Letters.Of(word), Column: words.Key))))
            .ToFrozenDictionary(said => said.Said, said => said.Column);

    // Units and the like stand in brackets: Start (mm/dd/yyyy).
    private static string WithoutRemark(string name) => name.IndexOf('(') is > 0 and var at ? name[..at] : name;
}
