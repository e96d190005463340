using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>An agency's report of one month.</summary>
public sealed record ReportedMonthInput
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to say explicitly that the agency conducts no events this month.</summary>
    public bool Nil { get; init; }

    /// <summary>The events, at most 500.</summary>
    public IReadOnlyList<PlannedEventInput> Events { get; init; } = [];

    /// <summary>Why an accepted report is amended; needed for an amendment.</summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public string? Reason { get; init; }
}
