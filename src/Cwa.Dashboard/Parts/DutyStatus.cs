namespace Cwa.Dashboard.Parts;

/// <summary>How an agency stands on a duty: `ScorecardStatus` of the schema, in the order of the key.</summary>
public enum DutyStatus
{
    Met,
    MetLate,
    Inherited,
    NotMet,
    Pending,
    NotMeasurable,
    VoluntaryMet,
    VoluntaryNotReported,
}
