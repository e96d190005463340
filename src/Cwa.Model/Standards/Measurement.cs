namespace Cwa.Model;

/// <summary>A result against one service standard over one or more months (action 5).</summary>
public sealed class Measurement : CorrectableRecord
{
    private Measurement() { } // EF Core

    /// <exception cref="ArgumentException">
    /// The period ends before it begins, or there are both a value and a reason, or neither.
    /// </exception>
    public Measurement(
        ServiceStandard standard,
        ReportMonth fromMonth,
        ReportMonth toMonth,
        double? value,
        MissingReason? valueMissing = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Require.InOrder(fromMonth, toMonth);
        Require.NumberOrReason(value.HasValue, valueMissing);
        Id = id ?? Guid.CreateVersion7();
        StandardId = standard.Id;
        FromMonth = fromMonth;
        ToMonth = toMonth;
        Value = Require.Number(value);
        ValueMissing = valueMissing;
        Met = value is { } measured ? standard.IsMetBy(measured) : null;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the measurement.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the standard that was measured.</summary>
    public Guid StandardId { get; private init; }

    /// <summary>The standard that was measured.</summary>
    public ServiceStandard Standard { get; private init; } = null!;

    /// <summary>The first month that the value covers.</summary>
    public ReportMonth FromMonth { get; private init; }

    /// <summary>The last month that the value covers; the same as the first if it covers a single month.</summary>
    public ReportMonth ToMonth { get; private init; }

    /// <summary>The measured value, in the standard's unit; null when it is missing.</summary>
    public double? Value { get; private init; }

    /// <summary>Why the value is missing; null when it is there.</summary>
    public MissingReason? ValueMissing { get; private init; }

    /// <summary>Whether the value keeps the promise; null when it is missing.</summary>
    public bool? Met { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
