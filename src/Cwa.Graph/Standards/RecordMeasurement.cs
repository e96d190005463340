using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What was measured on a standard over a period.</summary>
public sealed record RecordMeasurementInput : MutationInput
{
    /// <summary>The id of the standard that was measured on.</summary>
    [Id]
    public required string StandardId { get; init; }

    /// <summary>The first month that the value covers; it has begun.</summary>
    public required ReportMonth FromMonth { get; init; }

    /// <summary>The last month that the value covers; the first one again for a single month.</summary>
    public required ReportMonth ToMonth { get; init; }

    /// <summary>
    /// The measured value, in the standard's unit; left out when it is missing, and then with a reason.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>Why the value is missing; left out when it is there.</summary>
    public MissingReason? ValueMissing { get; init; }
}

/// <summary>The measurement, or why it was refused.</summary>
public sealed record RecordMeasurementPayload : Payload
{
    /// <summary>The measurement; null when it was refused or only checked.</summary>
    public Measurement? Measurement { get; init; }
}

/// <summary>Action 5: an agency tracks how it keeps a promise.</summary>
public sealed class RecordMeasurement
{
    /// <summary>
    /// Records how a promise was kept over one or more months (action 5), once for each standard and period.
    /// </summary>
    /// <param name="input">What was measured.</param>
    [Role(Roles.Submit)]
    public static Task<RecordMeasurementPayload> RecordMeasurementAsync(
        RecordMeasurementInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            measurement => new RecordMeasurementPayload { Measurement = measurement },
            session => RecordAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Measurement?> RecordAsync(
        RecordMeasurementInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        Periods.Check(input.FromMonth, input.ToMonth, session);
        check.NumberOrReason(input.Value is not null, input.ValueMissing is not null, "valueMissing");
        if (
            await session.OwnAsync<ServiceStandard>(input.StandardId, "standardId", cancellationToken)
            is not { } standard
        )
            return null;

        var existing = await session
            .Db.Measurements.AsNoTracking()
            .SingleOrDefaultAsync(
                m => m.StandardId == standard.Id && m.FromMonth == input.FromMonth && m.ToMonth == input.ToMonth,
                cancellationToken
            );
        if (existing is not null)
            check.Refuse(new MeasurementAlreadyRecorded(existing, check.Path("fromMonth")));
        if (input.FromMonth.LastDay < standard.EffectiveFrom)
            check.Warn($"The standard took effect only on {standard.EffectiveFrom:yyyy-MM-dd}.", "fromMonth");
        if (input.ToMonth.FirstDay >= standard.WithdrawnOn)
            check.Warn($"The standard was withdrawn on {standard.WithdrawnOn:yyyy-MM-dd}.", "toMonth");
        if (!check.IsGood)
            return null;

        var measurement = new Measurement(standard, input.FromMonth, input.ToMonth, input.Value, input.ValueMissing);
        session.Db.Add(measurement);
        session.Announce(FeedKind.MeasurementRecorded, measurement, measurement.Id, standard.AgencyId);
        return measurement;
    }
}
