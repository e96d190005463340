using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A theme of findings that an agency tells apart, under one of the themes common to all agencies.
/// </summary>
public sealed class AgencyTheme : IAgencyRecord
{
    internal const int LongestName = 100;

    private AgencyTheme() { } // EF Core

    /// <exception cref="ArgumentException">The name is empty or longer than 100 characters.</exception>
    public AgencyTheme(Guid agencyId, string name, FindingTheme theme, Guid? id = null, DateTime? recordedAt = null)
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Rename(name);
        Theme = Require.Defined(theme);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of the theme.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that uses the theme.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that uses the theme.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>
    /// What the agency calls the theme. Unique in the agency when case, accents and spaces are ignored.
    /// </summary>
    [MaxLength(LongestName)]
    public string Name { get; private set; } = "";

    /// <summary>The name in the form in which it is searched and must be unique.</summary>
    [Derived]
    [MaxLength(LongestName * SearchText.MostExpansion)]
    public string NameSearch { get; private set; } = "";

    /// <summary>The common theme that it falls under, by which agencies can be compared.</summary>
    public FindingTheme Theme { get; private init; }

    /// <summary>
    /// The first day of whose findings none has the theme any more; null while it is not to end. Earlier findings keep
    /// it.
    /// </summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>When the theme was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the theme was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Whether findings of the day may have the theme.</summary>
    public bool IsInUseOn(DateOnly day) => RetiredOn is not { } end || day < end;

    /// <summary>Gives the theme another name.</summary>
    /// <exception cref="ArgumentException">The name is empty or longer than 100 characters.</exception>
    public void Rename(string name)
    {
        Name = Require.Text(name, LongestName);
        NameSearch = SearchText.Normalize(name);
    }

    /// <summary>Ends the use of the theme, or moves its end.</summary>
    public void Retire(DateOnly retiredOn) => RetiredOn = retiredOn;

    /// <summary>The theme's id, if it is the agency's; null without a theme.</summary>
    /// <exception cref="ArgumentException">The theme is another agency's.</exception>
    internal static Guid? IdFor(Guid agencyId, AgencyTheme? theme) =>
        theme is null || theme.AgencyId == agencyId
            ? theme?.Id
            : throw new ArgumentException("The theme is another agency's.", nameof(theme));
}
