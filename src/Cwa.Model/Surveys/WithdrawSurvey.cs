using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws a survey (action 6; Executive Order 12862) that should not have been recorded. It can still be read by its
/// id, but counts no longer. Findings that rest on it are withdrawn first.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawSurvey : Verb<Survey>
{
    /// <summary>The id of the survey, not of an earlier version of it.</summary>
    public required Id<Survey> SurveyId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Survey?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(SurveyId, cancellationToken) is not { } survey)
            return null;

        work.RefuseInUse(
            await work.Db.Findings.CountAsync(f => f.SurveyId == survey.Id, cancellationToken),
            "findings",
            nameof(SurveyId)
        );
        if (!work.IsGood)
            return null;

        survey.Withdraw(Reason, work.Now);
        work.Announce(FeedKind.SurveyRecorded, survey);
        return survey;
    }
}
