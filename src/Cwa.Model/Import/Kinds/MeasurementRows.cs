using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Measurements of standards. A file of single months leaves the last month out.</summary>
internal sealed class MeasurementRows() : VerbRows<RecordMeasurement, Measurement>("measurements")
{
    public override IReadOnlyList<string> Key { get; } =
    [nameof(Measurement.StandardId), nameof(Measurement.FromMonth), nameof(Measurement.ToMonth)];

    public override bool FindsWhatTheVerbAsks => true;

    protected override IReadOnlyList<string> PassedOver => [.. base.PassedOver, "standard_statement", "met"];

    protected override IReadOnlyList<string> Spared => ["to_month"];

    protected override IReadOnlyDictionary<string, string[]> Words => ColumnWords.OfMeasurements;

    protected override IReadOnlyDictionary<string, string> Example => ImportExamples.OfMeasurements;

    public override RecordMeasurement Complete(RecordMeasurement measurement) =>
        measurement with
        {
            ToMonth = measurement.ToMonth == default ? measurement.FromMonth : measurement.ToMonth,
            ValueMissing = measurement.Value is null
                ? measurement.ValueMissing ?? MissingReason.NotCollected
                : measurement.ValueMissing,
        };

    public override IQueryable<Measurement> Stored(CwaDbContext db, IReadOnlyList<RecordMeasurement> said)
    {
        var standards = said.Select(measurement => measurement.StandardId.Key).OfType<Guid>().Distinct().ToList();
        return db.Measurements.Where(measurement => EF.Parameter(standards).Contains(measurement.StandardId));
    }

    // A promise that was changed has the same name as the one that replaced it.
    public override IEnumerable<object> Fitting(RecordMeasurement measurement, IEnumerable<object> named) =>
        measurement.FromMonth == default
            ? named
            : named
                .Cast<ServiceStandard>()
                .Where(standard =>
                    standard.EffectiveFrom <= measurement.ToMonth.LastDay
                    && !(standard.WithdrawnOn <= measurement.FromMonth.FirstDay)
                );
}
