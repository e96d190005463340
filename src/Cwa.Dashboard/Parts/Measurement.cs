using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Parts;

/// <summary>How a promise was kept, period by period.</summary>
public sealed record MeasurementList(IReadOnlyList<Measurement> Nodes)
{
    /// <summary>The newest measurement; null if there is none, or if its value is missing.</summary>
    internal Measurement? Newest => Nodes is [.., { Value: not null } newest] ? newest : null;
}

public sealed record Measurement(Month ToMonth, double? Value, bool? Met);
