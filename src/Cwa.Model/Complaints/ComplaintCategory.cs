using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A category of complaints that an agency counts separately, under one of the categories common to all agencies.
/// </summary>
public sealed class ComplaintCategory : IAgencyRecord
{
    internal const int LongestName = 100;

    private ComplaintCategory() { } // EF Core

    /// <exception cref="ArgumentException">The name is empty or longer than 100 characters.</exception>
    public ComplaintCategory(Guid agencyId, string name, TopCategory top, Guid? id = null, DateTime? recordedAt = null)
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Name = Require.Text(name, LongestName);
        NameSearch = SearchText.Normalize(name);
        Top = Require.Defined(top);
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of the category.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that uses the category.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that uses the category.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>
    /// What the agency calls the category. Unique in the agency when case, accents and spaces are ignored.
    /// </summary>
    [MaxLength(LongestName)]
    public string Name { get; private init; } = "";

    /// <summary>The name in the form in which it is searched and must be unique.</summary>
    [Derived]
    [MaxLength(LongestName * SearchText.MostExpansion)]
    public string NameSearch { get; private init; } = "";

    /// <summary>The common category that it falls under, by which agencies can be compared.</summary>
    public TopCategory Top { get; private init; }

    /// <summary>When the category was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>The category's id, if it is the agency's; null without a category.</summary>
    /// <exception cref="ArgumentException">The category is another agency's.</exception>
    internal static Guid? IdFor(Guid agencyId, ComplaintCategory? category) =>
        category is null || category.AgencyId == agencyId
            ? category?.Id
            : throw new ArgumentException("The category is another agency's.", nameof(category));
}
