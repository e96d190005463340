using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Ends the use of a theme of an agency's own (action 1), or moves its end. Findings of earlier days keep the theme,
/// and may still be recorded with it. Its name stays taken.
/// </summary>
[By(Role.Agency)]
public sealed record RetireAgencyTheme : Verb<AgencyTheme>
{
    /// <summary>The id of the theme, one of your agency's.</summary>
    public required Id<AgencyTheme> ThemeId { get; init; }

    /// <summary>The first day of whose findings none has the theme any more. It may be in the future.</summary>
    public required DateOnly RetiredOn { get; init; }

    /// <inheritdoc/>
    public override async Task<AgencyTheme?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(ThemeId, cancellationToken) is not { } theme)
            return null;

        var later = await work.Db.Findings.CountAsync(
            f => f.OwnThemeId == theme.Id && f.FoundOn >= RetiredOn,
            cancellationToken
        );
        if (later > 0)
            work.Refuse(new AgencyThemeStillUsed(later), nameof(RetiredOn));
        if (!work.IsGood)
            return null;

        theme.Retire(RetiredOn);
        work.Announce(FeedKind.AgencyThemeDefined, theme);
        return theme;
    }
}
