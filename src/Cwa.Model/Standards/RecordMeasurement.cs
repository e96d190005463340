namespace Cwa.Model;

/// <summary>
/// Records how well a promise was kept (action 5), once for each standard and period of months. Everyone may read it.
/// </summary>
[By(Role.Agency)]
public sealed record RecordMeasurement : MeasurementVerb
{
    /// <summary>The id of the standard that was measured.</summary>
    public required Id<ServiceStandard> StandardId { get; init; }

    /// <inheritdoc/>
    public override async Task<Measurement?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.OwnAsync(StandardId, cancellationToken) is not { } standard
            || await SaidAsync(standard, corrected: null, work, cancellationToken) is not { } measurement
        )
            return null;

        work.Db.Add(measurement);
        work.Announce(FeedKind.MeasurementRecorded, measurement, measurement.Id, standard.AgencyId);
        return measurement;
    }
}
