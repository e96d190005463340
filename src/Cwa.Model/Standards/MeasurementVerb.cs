namespace Cwa.Model;

/// <summary>What recording and correcting a measurement have in common: what it says, and the rules of that.</summary>
public abstract record MeasurementVerb : Verb<Measurement>
{
    /// <summary>The first month that the value covers, which must have begun.</summary>
    public required ReportMonth FromMonth { get; init; }

    /// <summary>The last month that the value covers; the same as the first for a single month.</summary>
    public required ReportMonth ToMonth { get; init; }

    /// <summary>The measured value, in the standard's unit. If it is missing, leave it out and say why.</summary>
    public double? Value { get; init; }

    /// <summary>Why the value is missing; left out when it is given.</summary>
    public MissingReason? ValueMissing { get; init; }

    private protected void CheckInput(Work work)
    {
        Periods.Check(FromMonth, ToMonth, work);
        work.Check.NumberOrReason(Value is not null, ValueMissing is not null, nameof(ValueMissing));
    }

    /// <summary>The measurement as the input says it; null when it was refused.</summary>
    /// <param name="standard">The promise.</param>
    /// <param name="corrected">The measurement that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    private protected async Task<Measurement?> SaidAsync(
        ServiceStandard standard,
        Measurement? corrected,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var existing = await work.ExistingAsync(
            work.Db.Measurements.Where(m =>
                m.StandardId == standard.Id && m.FromMonth == FromMonth && m.ToMonth == ToMonth
            ),
            cancellationToken
        );
        if (existing is not null && existing.Id != corrected?.Id)
            work.Refuse(new MeasurementAlreadyRecorded(existing), nameof(FromMonth));
        if (FromMonth.LastDay < standard.EffectiveFrom)
            work.Warn($"The standard took effect only on {standard.EffectiveFrom:yyyy-MM-dd}.", nameof(FromMonth));
        if (ToMonth.FirstDay >= standard.WithdrawnOn)
            work.Warn($"The standard was withdrawn on {standard.WithdrawnOn:yyyy-MM-dd}.", nameof(ToMonth));
        return work.IsGood
            ? new(standard, FromMonth, ToMonth, Value, ValueMissing, corrected?.Id, corrected?.RecordedAt)
            : null;
    }
}
