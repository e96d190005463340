namespace Cwa.Model;

/// <summary>
/// Records a survey of customers or of employees (action 6; Executive Order 12862). Counts that contradict each other
/// are stored, with a warning.
/// </summary>
[By(Role.Agency)]
public sealed record RecordSurvey : SurveyVerb
{
    /// <summary>The id of the agency that asked.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<Survey?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var survey = Said(agency.Id, corrected: null, work);
        work.Db.Add(survey);
        work.Announce(FeedKind.SurveyRecorded, survey);
        return survey;
    }
}
