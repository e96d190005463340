using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What recording and correcting a finding have in common: what it says, and the rules of that.</summary>
public abstract record FindingVerb : Verb<Finding>
{
    /// <summary>
    /// Whether it is about the services that customers want, about their satisfaction with existing ones, or what
    /// employees said.
    /// </summary>
    public required FindingAbout About { get; init; }

    /// <summary>
    /// What it is about, in themes common to all agencies. Leave it out if you do not know: the finding then counts for
    /// no theme in `customerPriorities`.
    /// </summary>
    public FindingTheme? Theme { get; init; }

    /// <summary>
    /// The id of the agency's own theme, from `defineAgencyTheme`. The finding then also has the common theme that this
    /// one is under, and you can leave `theme` out.
    /// </summary>
    public Id<AgencyTheme>? OwnThemeId { get; init; }

    /// <summary>What was heard.</summary>
    [MaxLength(Finding.LongestText)]
    public required string Text { get; init; }

    /// <summary>The day on which the agency made the finding.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>The customers who said so. Leave it out if you do not know.</summary>
    public CustomerGroup? CustomerGroup { get; init; }

    /// <summary>
    /// How many people said so, 0 to a trillion: those who raised it, not all who were there. Leave it out if nobody
    /// counted them.
    /// </summary>
    public long? People { get; init; }

    /// <summary>Where it was heard.</summary>
    public required FindingSourceInput Source { get; init; }

    private protected void CheckInput(Work work)
    {
        if (FoundOn > work.Today)
            work.Warn("The finding is dated in the future.", nameof(FoundOn));
        work.Check.NotNegative(People, nameof(People));
    }

    /// <summary>The finding as the input says it; null when it was refused.</summary>
    /// <param name="agencyId">The agency that heard it.</param>
    /// <param name="corrected">The finding that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private protected async Task<Finding?> SaidAsync(
        Guid agencyId,
        Finding? corrected,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var eventId = await EventAsync(this, agencyId, work, cancellationToken);
        var surveyId = await SurveyAsync(this, agencyId, work, cancellationToken);
        var programId = await ProgramAsync(this, agencyId, work, cancellationToken);
        var ownTheme = await OwnThemeAsync(this, agencyId, work, cancellationToken);
        return work.IsGood
            ? new(
                agencyId,
                About,
                Text,
                FoundOn,
                eventId,
                surveyId,
                corrected?.Id,
                corrected?.RecordedAt,
                programId,
                Theme,
                CustomerGroup,
                People,
                ownTheme
            )
            : null;
    }

    private static async Task<Guid?> EventAsync(
        FindingVerb input,
        Guid agencyId,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.EventId is not { } id)
            return null;

        var found = await work
            .Db.Events.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == id.Key && e.Hosts.Any(h => h.AgencyId == agencyId), cancellationToken);
        if (found is null)
        {
            work.Check.In(nameof(Source)).Refuse(new RecordNotFound(), "eventId");
            return id.Key;
        }

        if (input.FoundOn < found.StartsOn)
            work.Warn("The finding is dated before the event.", nameof(FoundOn));
        if (input.People > found.Attendance)
            work.Warn($"{input.People} people said so, more than the {found.Attendance} who came.", nameof(People));
        return id.Key;
    }

    private static async Task<Guid?> SurveyAsync(
        FindingVerb input,
        Guid agencyId,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.SurveyId is not { } id)
            return null;

        if (!await work.Db.Surveys.AnyAsync(s => s.Id == id.Key && s.AgencyId == agencyId, cancellationToken))
            work.Check.In(nameof(Source)).Refuse(new RecordNotFound(), "surveyId");
        return id.Key;
    }

    private static async Task<Guid?> ProgramAsync(
        FindingVerb input,
        Guid agencyId,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.ProgramId is not { } id)
            return null;

        if (!await work.Db.Programs.AnyAsync(p => p.Id == id.Key && p.AgencyId == agencyId, cancellationToken))
            work.Check.In(nameof(Source)).Refuse(new RecordNotFound(), "programId");
        return id.Key;
    }

    private static async Task<AgencyTheme?> OwnThemeAsync(
        FindingVerb input,
        Guid agencyId,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.OwnThemeId is not { } id)
            return null;

        var found = await work.Db.AgencyThemes.SingleOrDefaultAsync(
            t => t.Id == id.Key && t.AgencyId == agencyId,
            cancellationToken
        );
        if (found is null)
            work.Refuse(new RecordNotFound(), nameof(OwnThemeId));
        else if (input.Theme is { } theme && theme != found.Theme)
            work.Refuse(new ThemesAtOdds(found.Theme), nameof(Theme));
        if (found?.IsInUseOn(input.FoundOn) == false)
            work.Refuse(new AgencyThemeRetired(found.RetiredOn!.Value), nameof(OwnThemeId));
        return found;
    }
}

/// <summary>Where something was heard. Give exactly one of the fields.</summary>
[ExactlyOne]
public sealed record FindingSourceInput
{
    /// <summary>The id of an event that the agency hosts, alone or with others.</summary>
    public Id<Event>? EventId { get; init; }

    /// <summary>The id of a survey of the agency.</summary>
    public Id<Survey>? SurveyId { get; init; }

    /// <summary>The id of a program of the agency.</summary>
    public Id<Program>? ProgramId { get; init; }
}
