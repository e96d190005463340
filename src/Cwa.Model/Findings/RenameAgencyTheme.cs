using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Gives a theme of an agency's own another name (action 1). Its findings keep it; it stays under the same common
/// theme.
/// </summary>
[By(Role.Agency)]
public sealed record RenameAgencyTheme : Verb<AgencyTheme>
{
    /// <summary>The id of the theme, one of your agency's.</summary>
    public required Id<AgencyTheme> ThemeId { get; init; }

    /// <summary>
    /// What the agency calls the theme from now on. Unique in the agency when case, accents and spaces are ignored.
    /// </summary>
    [MaxLength(AgencyTheme.LongestName)]
    public required string Name { get; init; }

    /// <inheritdoc/>
    public override async Task<AgencyTheme?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.OwnAsync(ThemeId, cancellationToken) is not { } theme
            || !work.IsGood
            || !await DefineAgencyTheme.IsFreeAsync(theme.AgencyId, Name, theme.Id, work, cancellationToken)
        )
            return null;

        theme.Rename(Name);
        work.Announce(FeedKind.AgencyThemeDefined, theme);
        return theme;
    }
}
