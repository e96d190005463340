namespace Cwa.Dashboard.Parts;

/// <summary>How a report stands: `MonthlyReportStatus` of the schema.</summary>
public enum ReportStatus
{
    Accepted,
    Amended,
    Draft,
    Recalled,
    Returned,
    Submitted,
}
