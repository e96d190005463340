using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Corrects a measurement (action 5): give all that it should say. What it said before stays in its `earlier` versions,
/// and figures follow the correction.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectMeasurement : MeasurementVerb
{
    /// <summary>The id of the measurement, not of an earlier version of it.</summary>
    public required Id<Measurement> MeasurementId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Measurement?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(MeasurementId, m => m.Standard.AgencyId, cancellationToken) is not { } measurement)
            return null;

        var standard = await work.Db.ServiceStandards.SingleAsync(
            s => s.Id == measurement.StandardId,
            cancellationToken
        );
        if (
            await SaidAsync(standard, measurement, work, cancellationToken) is not { } said
            || work.Correct(measurement, said, Reason) is null
        )
            return null;

        work.Announce(FeedKind.MeasurementRecorded, measurement, measurement.Id, standard.AgencyId);
        return measurement;
    }
}
