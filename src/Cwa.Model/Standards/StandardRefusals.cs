namespace Cwa.Model;

/// <summary>The standard has already been withdrawn.</summary>
public sealed record StandardAlreadyWithdrawn(ServiceStandard Existing) : Refusal
{
    /// <summary>The standard as it stands.</summary>
    public ServiceStandard Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message => $"This standard was already withdrawn, on {Existing.WithdrawnOn:yyyy-MM-dd}.";
}

/// <summary>A standard would be replaced before it takes effect.</summary>
public sealed record ReplacedBeforeItBegins(ServiceStandard Existing) : Refusal
{
    /// <summary>The standard to be replaced.</summary>
    public ServiceStandard Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        $"The standard to be replaced takes effect on {Existing.EffectiveFrom:yyyy-MM-dd}. "
        + "Let the new one take effect on that day or later.";
}

/// <summary>A period has not begun.</summary>
public sealed record PeriodNotBegun(ReportMonth FromMonth) : Refusal
{
    /// <summary>The period's first month.</summary>
    public ReportMonth FromMonth { get; } = FromMonth;

    /// <inheritdoc/>
    public override string Message => $"{FromMonth} has not begun, so there are no data yet.";
}

/// <summary>The standard already has a measurement for this period.</summary>
public sealed record MeasurementAlreadyRecorded(Measurement Existing) : Refusal
{
    /// <summary>The measurement for this period.</summary>
    public Measurement Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        Existing.FromMonth == Existing.ToMonth
            ? $"A measurement for {Existing.FromMonth} is already recorded."
            : $"A measurement for {Existing.FromMonth} to {Existing.ToMonth} is already recorded.";
}

/// <summary>The rules for every period of months.</summary>
internal static class Periods
{
    /// <summary>Refuses a period that ends before it begins or has not begun; warns of one that is not over.</summary>
    public static void Check(ReportMonth fromMonth, ReportMonth toMonth, Work work)
    {
        var check = work.Check;
        if (fromMonth.FirstDay > work.Today)
            check.Refuse(new PeriodNotBegun(fromMonth), "fromMonth");
        if (toMonth < fromMonth)
            check.Refuse(new EndBeforeStart(fromMonth.FirstDay), "toMonth");
        else if (toMonth.LastDay >= work.Today)
            check.Warn($"{toMonth} is not over yet.", "toMonth");
    }
}
