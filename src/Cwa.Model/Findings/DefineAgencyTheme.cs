using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Defines a theme of findings that an agency tells apart (action 1), under a theme common to all agencies.
/// </summary>
[By(Role.Agency)]
public sealed record DefineAgencyTheme : Verb<AgencyTheme>
{
    /// <summary>The id of the agency that uses the theme.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>
    /// What the agency calls the theme. Unique in the agency when case, accents and spaces are ignored.
    /// </summary>
    [MaxLength(AgencyTheme.LongestName)]
    public required string Name { get; init; }

    /// <summary>The common theme that it falls under, by which agencies can be compared.</summary>
    public required FindingTheme Theme { get; init; }

    /// <inheritdoc/>
    public override async Task<AgencyTheme?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency
            || !work.IsGood
            || !await IsFreeAsync(agency.Id, Name, except: null, work, cancellationToken)
        )
            return null;

        var theme = new AgencyTheme(agency.Id, Name, Theme);
        work.Db.Add(theme);
        work.Announce(FeedKind.AgencyThemeDefined, theme);
        return theme;
    }

    /// <summary>Whether the agency has no other theme of this name; refused if it has.</summary>
    internal static async Task<bool> IsFreeAsync(
        Guid agencyId,
        string name,
        Guid? except,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var search = SearchText.Normalize(name);
        var existing = await work.Db.AgencyThemes.SingleOrDefaultAsync(
            t => t.AgencyId == agencyId && t.NameSearch == search && t.Id != except,
            cancellationToken
        );
        if (existing is not null)
            work.Refuse(new AgencyThemeAlreadyDefined(existing), nameof(Name));
        return existing is null;
    }
}
