using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Defines a category of complaints that an agency counts separately (action 4), under a category common to all
/// agencies.
/// </summary>
[By(Role.Agency)]
public sealed record DefineComplaintCategory : Verb<ComplaintCategory>
{
    /// <summary>The id of the agency that uses the category.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>
    /// What the agency calls the category. Unique in the agency when case, accents and spaces are ignored.
    /// </summary>
    [MaxLength(ComplaintCategory.LongestName)]
    public required string Name { get; init; }

    /// <summary>The common category that it falls under, by which agencies can be compared.</summary>
    public required TopCategory Top { get; init; }

    /// <inheritdoc/>
    public override async Task<ComplaintCategory?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var name = SearchText.Normalize(Name);
        if (
            await work.Db.ComplaintCategories.SingleOrDefaultAsync(
                c => c.AgencyId == agency.Id && c.NameSearch == name,
                cancellationToken
            ) is
            { } existing
        )
        {
            work.Refuse(new ComplaintCategoryAlreadyDefined(existing), nameof(Name));
            return null;
        }

        var category = new ComplaintCategory(agency.Id, Name, Top);
        work.Db.Add(category);
        work.Announce(FeedKind.ComplaintCategoryDefined, category);
        return category;
    }
}

/// <summary>The agency already has a category of this name.</summary>
public sealed record ComplaintCategoryAlreadyDefined(ComplaintCategory Existing) : Refusal
{
    /// <summary>The category that has the name.</summary>
    public ComplaintCategory Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        "The agency already has a category of this name. Use that one, or choose another name.";
}
