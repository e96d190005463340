using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>An agency's report of one month.</summary>
public sealed record ReportedMonthInput
{
    /// <summary>The reporting agency's id.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The month in which the events take place.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>True to say explicitly that the agency conducts no events this month.</summary>
    [DefaultAstValue("false")]
    public bool Nil { get; init; }

    /// <summary>The events, at most 500.</summary>
    [DefaultAstValue("[]")]
    public IReadOnlyList<PlannedEventInput> Events { get; init; } = [];

    /// <summary>Why an accepted report is amended, at most 1000 characters; needed for an amendment.</summary>
    public string? Reason { get; init; }
}
