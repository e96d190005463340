namespace Cwa.Model;

/// <summary>Records what an agency learned by analyzing a period's data (action 4), at least once a year.</summary>
[By(Role.Agency)]
public sealed record RecordAnalysis : AnalysisVerb
{
    /// <summary>The id of the agency that analyzed its data.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<Analysis?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var analysis = Said(agency.Id, corrected: null);
        work.Db.Add(analysis);
        work.Announce(FeedKind.AnalysisRecorded, analysis);
        return analysis;
    }
}
