using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>A department, bureau, independent agency or government corporation that the memorandum addresses.</summary>
public sealed class Agency
{
    internal const int LongestName = 200;
    internal const int LongestDirectiveBasis = 300;

    /// <summary>The day of the memorandum, from which it applies to the agencies that existed then.</summary>
    public static readonly DateOnly DirectiveDay = new(1998, 3, 3);

    private readonly List<Liaison> _liaisons = [];

    private Agency() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, the agency ends before it begins, or the parent
    /// does not fit.</exception>
    public Agency(
        string abbreviation,
        string name,
        AgencyKind kind,
        Agency? parent,
        DirectiveStanding directive,
        string directiveBasis,
        bool highImpact = false,
        DateOnly? activeFrom = null,
        DateOnly? activeTo = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        Abbreviation = AgencyAbbreviation.IsOne(abbreviation)
            ? abbreviation
            : throw new ArgumentException(AgencyAbbreviation.Expected, nameof(abbreviation));
        AbbreviationSearch = SearchText.Normalize(abbreviation);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
        Reload(name, kind, parent, directive, directiveBasis, highImpact, activeFrom, activeTo);
    }

    /// <summary>The agency's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>
    /// The short name by which people know the agency, such as SSA or DOD-AR: letters, digits and hyphens, unique when
    /// case is ignored.
    /// </summary>
    [MaxLength(AgencyAbbreviation.Longest)]
    public string Abbreviation { get; private init; } = "";

    /// <summary>The abbreviation in the form in which it is searched and must be unique.</summary>
    [Derived]
    [MaxLength(AgencyAbbreviation.Longest * SearchText.MostExpansion)]
    public string AbbreviationSearch { get; private init; } = "";

    /// <summary>The full name.</summary>
    [MaxLength(LongestName)]
    public string Name { get; private set; } = "";

    /// <summary>The name in the form in which it is searched.</summary>
    [Derived]
    [MaxLength(LongestName * SearchText.MostExpansion)]
    public string NameSearch { get; private set; } = "";

    /// <summary>What the agency is within the executive branch.</summary>
    public AgencyKind Kind { get; private set; }

    /// <summary>The id of the agency that this one is a component of; null for an agency at the top.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The agency that this one is a component of; null for an agency at the top.</summary>
    public Agency? Parent { get; private set; }

    /// <summary>The level of the agency: 1 at the top, 2 for its components, 3 for theirs.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether the memorandum directs the agency or requests it to adhere.</summary>
    public DirectiveStanding Directive { get; private set; }

    /// <summary>Why the agency is directed or requested, in words. Its kind alone does not decide that.</summary>
    [MaxLength(LongestDirectiveBasis)]
    public string DirectiveBasis { get; private set; } = "";

    /// <summary>
    /// Whether NPR counts the agency among the high-impact ones, those with the most contact with the public.
    /// </summary>
    public bool HighImpact { get; private set; }

    /// <summary>
    /// The first day on which the directive applies to the agency: 1998-03-03 unless it was founded later.
    /// </summary>
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>
    /// The first day on which the agency is no longer active, because it ended or left the executive branch; null if it
    /// is still active.
    /// </summary>
    public DateOnly? ActiveTo { get; private set; }

    /// <summary>The designations of liaisons, past and current, as far as they are loaded.</summary>
    public IReadOnlyList<Liaison> Liaisons => _liaisons;

    /// <summary>When the agency was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the agency was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Updates the agency from reference data. Its id and abbreviation stay.</summary>
    public void Reload(
        string name,
        AgencyKind kind,
        Agency? parent,
        DirectiveStanding directive,
        string directiveBasis,
        bool highImpact = false,
        DateOnly? activeFrom = null,
        DateOnly? activeTo = null
    )
    {
        var from = activeFrom ?? DirectiveDay;
        if (activeTo <= from)
            throw new ArgumentException(
                $"An agency that begins on {from:O} cannot end on {activeTo:O}.",
                nameof(activeTo)
            );

        Name = Require.Text(name, LongestName);
        NameSearch = SearchText.Normalize(name);
        Kind = Require.Defined(kind);
        Directive = Require.Defined(directive);
        DirectiveBasis = Require.Text(directiveBasis, LongestDirectiveBasis);
        HighImpact = highImpact;
        (ActiveFrom, ActiveTo) = (from, activeTo);
        PlaceUnder(parent);
    }

    /// <summary>
    /// Makes the agency a component of another, or puts it at the top. The parent's ancestors must be loaded.
    /// </summary>
    /// <exception cref="ArgumentException">The agency would be its own ancestor, or there would be a fourth
    /// level.</exception>
    public void PlaceUnder(Agency? parent)
    {
        for (var ancestor = parent; ancestor is not null; ancestor = ancestor.Parent)
            if (ancestor.Id == Id)
                throw new ArgumentException($"{Abbreviation} cannot be above itself.", nameof(parent));
        if (parent is { Depth: >= 3 })
            throw new ArgumentException(
                $"{parent.Abbreviation} is on the third level and cannot have components.",
                nameof(parent)
            );

        Parent = parent;
        ParentId = parent?.Id;
        Depth = (parent?.Depth ?? 0) + 1;
    }

    /// <summary>Whether the directive applies to the agency on any day of the month.</summary>
    public bool IsActiveIn(ReportMonth month) =>
        ActiveFrom <= month.LastDay && (ActiveTo is null || ActiveTo > month.FirstDay);

    /// <summary>Whether the directive applies to the agency on the day.</summary>
    public bool IsActiveOn(DateOnly day) => ActiveFrom <= day && (ActiveTo is null || ActiveTo > day);
}
