using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>An agency's report for one month.</summary>
public sealed record ReportedMonthInput
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to state that the agency will conduct no events in the month.</summary>
    public bool Nil { get; init; }

    /// <summary>The events, at most 500.</summary>
    public IReadOnlyList<PlannedEventInput> Events { get; init; } = [];

    /// <summary>Why an accepted report is amended; required for an amendment.</summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public string? Reason { get; init; }
}
