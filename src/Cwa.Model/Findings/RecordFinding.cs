using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Records what an agency heard from its customers (action 1), at an event that it hosts or in a survey of its own.
/// </summary>
[By(Role.Agency)]
public sealed record RecordFinding : Verb<Finding>
{
    /// <summary>The id of the agency that heard it.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>
    /// Whether it is about the services that customers want or about their satisfaction with existing ones.
    /// </summary>
    public required FindingAbout About { get; init; }

    /// <summary>What was heard.</summary>
    [MaxLength(Finding.LongestText)]
    public required string Text { get; init; }

    /// <summary>The day on which the agency made the finding.</summary>
    public required DateOnly FoundOn { get; init; }

    /// <summary>Where it was heard.</summary>
    public required FindingSourceInput Source { get; init; }

    /// <inheritdoc/>
    public override async Task<Finding?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (FoundOn > work.Today)
            work.Warn("The finding is dated in the future.", nameof(FoundOn));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var eventId = await EventAsync(this, agency, work, cancellationToken);
        var surveyId = await SurveyAsync(this, agency, work, cancellationToken);
        if (!work.IsGood)
            return null;

        var finding = new Finding(agency.Id, About, Text, FoundOn, eventId, surveyId);
        work.Db.Add(finding);
        work.Announce(FeedKind.FindingRecorded, finding);
        return finding;
    }

    private static async Task<Guid?> EventAsync(
        RecordFinding input,
        Agency agency,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.EventId is not { } id)
            return null;

        var found = await work
            .Db.Events.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == id.Key && e.Hosts.Any(h => h.AgencyId == agency.Id), cancellationToken);
        if (found is null)
            work.Check.In(nameof(Source)).Refuse(new RecordNotFound(), "eventId");
        else if (input.FoundOn < found.StartsOn)
            work.Warn("The finding is dated before the event.", nameof(FoundOn));
        return id.Key;
    }

    private static async Task<Guid?> SurveyAsync(
        RecordFinding input,
        Agency agency,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (input.Source.SurveyId is not { } id)
            return null;

        if (!await work.Db.Surveys.AnyAsync(s => s.Id == id.Key && s.AgencyId == agency.Id, cancellationToken))
            work.Check.In(nameof(Source)).Refuse(new RecordNotFound(), "surveyId");
        return id.Key;
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
}
