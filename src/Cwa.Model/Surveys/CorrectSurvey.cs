using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects a survey (action 6; Executive Order 12862): give all that it should say. What it said before stays in its
/// `earlier` versions, and figures follow the correction.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectSurvey : SurveyVerb
{
    /// <summary>The id of the survey, not of an earlier version of it.</summary>
    public required Id<Survey> SurveyId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Survey?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(SurveyId, cancellationToken) is not { } survey || !work.IsGood)
            return null;

        if (work.Correct(survey, Said(survey.AgencyId, survey, work), Reason) is null)
            return null;

        work.Announce(FeedKind.SurveyRecorded, survey);
        return survey;
    }
}
