using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws a measurement (action 5) that should not have been recorded. It can still be read by its id, but counts no
/// longer. Citations of plans that rest on it are withdrawn first.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawMeasurement : Verb<Measurement>
{
    /// <summary>The id of the measurement, not of an earlier version of it.</summary>
    public required Id<Measurement> MeasurementId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Measurement?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(MeasurementId, m => m.Standard.AgencyId, cancellationToken) is not { } measurement)
            return null;

        work.RefuseInUse(
            await work.Db.PlanCitations.CountAsync(c => c.MeasurementId == measurement.Id, cancellationToken),
            "citations of plans",
            nameof(MeasurementId)
        );
        if (!work.IsGood)
            return null;

        var agencyId = await work
            .Db.ServiceStandards.Where(s => s.Id == measurement.StandardId)
            .Select(s => s.AgencyId)
            .SingleAsync(cancellationToken);
        measurement.Withdraw(Reason, work.Now);
        work.Announce(FeedKind.MeasurementRecorded, measurement, measurement.Id, agencyId);
        return measurement;
    }
}
