namespace Cwa.Model;

/// <summary>Records how well a promise was kept (action 5), once for each standard and period of months.</summary>
[By(Role.Agency)]
public sealed record RecordMeasurement : Verb<Measurement>
{
    /// <summary>The id of the standard that was measured.</summary>
    public required Id<ServiceStandard> StandardId { get; init; }

    /// <summary>The first month that the value covers, which must have begun.</summary>
    public required ReportMonth FromMonth { get; init; }

    /// <summary>The last month that the value covers; the same as the first for a single month.</summary>
    public required ReportMonth ToMonth { get; init; }

    /// <summary>The measured value, in the standard's unit. If it is missing, leave it out and say why.</summary>
    public double? Value { get; init; }

    /// <summary>Why the value is missing; left out when it is given.</summary>
    public MissingReason? ValueMissing { get; init; }

    /// <inheritdoc/>
    public override async Task<Measurement?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        Periods.Check(FromMonth, ToMonth, work);
        work.Check.NumberOrReason(Value is not null, ValueMissing is not null, nameof(ValueMissing));
        if (await work.OwnAsync(StandardId, cancellationToken) is not { } standard)
            return null;

        var existing = await work.ExistingAsync(
            work.Db.Measurements.Where(m =>
                m.StandardId == standard.Id && m.FromMonth == FromMonth && m.ToMonth == ToMonth
            ),
            cancellationToken
        );
        if (existing is not null)
            work.Refuse(new MeasurementAlreadyRecorded(existing), nameof(FromMonth));
        if (FromMonth.LastDay < standard.EffectiveFrom)
            work.Warn($"The standard took effect only on {standard.EffectiveFrom:yyyy-MM-dd}.", nameof(FromMonth));
        if (ToMonth.FirstDay >= standard.WithdrawnOn)
            work.Warn($"The standard was withdrawn on {standard.WithdrawnOn:yyyy-MM-dd}.", nameof(ToMonth));
        if (!work.IsGood)
            return null;

        var measurement = new Measurement(standard, FromMonth, ToMonth, Value, ValueMissing);
        work.Db.Add(measurement);
        work.Announce(FeedKind.MeasurementRecorded, measurement, measurement.Id, standard.AgencyId);
        return measurement;
    }
}
