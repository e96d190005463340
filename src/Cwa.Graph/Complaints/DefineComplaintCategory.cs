using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>A kind of complaint that an agency tells apart.</summary>
public sealed record DefineComplaintCategoryInput : MutationInput
{
    /// <summary>The id of the agency that uses it.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>
    /// What the agency calls it, 1–100 characters; no other category of the agency has the name, whatever the case,
    /// accents and spaces.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The common term it falls under, by which agencies can be compared.</summary>
    public required TopCategory Top { get; init; }
}

/// <summary>The category, or why it was refused.</summary>
public sealed record DefineComplaintCategoryPayload : Payload
{
    /// <summary>The new category; null when it was refused or only checked.</summary>
    public ComplaintCategory? ComplaintCategory { get; init; }
}

/// <summary>The agency has a category of this name.</summary>
public sealed record ComplaintCategoryAlreadyDefined(ComplaintCategory Existing, IReadOnlyList<string> Path)
    : IUserError
{
    /// <summary>The category that has the name.</summary>
    public ComplaintCategory Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message => "The agency has a category of this name. Use that one, or choose another name.";
}

/// <summary>Action 4: an agency tells kinds of complaint apart.</summary>
public sealed class DefineComplaintCategory
{
    /// <summary>
    /// Defines a kind of complaint that an agency tells apart in its figures (action 4), under a term common to all
    /// agencies.
    /// </summary>
    /// <param name="input">Which kind.</param>
    [Role(Roles.Submit)]
    public static Task<DefineComplaintCategoryPayload> DefineComplaintCategoryAsync(
        DefineComplaintCategoryInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            category => new DefineComplaintCategoryPayload { ComplaintCategory = category },
            session => DefineAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ComplaintCategory?> DefineAsync(
        DefineComplaintCategoryInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Name, 100, "name");
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency || !check.IsGood)
            return null;

        var name = SearchText.Normalize(input.Name);
        if (
            await session.Db.ComplaintCategories.SingleOrDefaultAsync(
                c => c.AgencyId == agency.Id && c.NameSearch == name,
                cancellationToken
            ) is
            { } existing
        )
        {
            check.Refuse(new ComplaintCategoryAlreadyDefined(existing, check.Path("name")));
            return null;
        }

        var category = new ComplaintCategory(agency.Id, input.Name, input.Top);
        session.Db.Add(category);
        session.Announce(FeedKind.ComplaintCategoryDefined, category);
        return category;
    }
}
