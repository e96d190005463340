namespace Cwa.Model;

/// <summary>
/// Records how an agency's service compares with the best in business (action 6; Executive Order 12862).
/// </summary>
[By(Role.Agency)]
public sealed record RecordBenchmarkStudy : StudyVerb
{
    /// <summary>The id of the agency that compared itself.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <inheritdoc/>
    public override async Task<BenchmarkStudy?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var study = Said(agency.Id, corrected: null);
        work.Db.Add(study);
        work.Announce(FeedKind.BenchmarkStudyRecorded, study);
        return study;
    }
}
