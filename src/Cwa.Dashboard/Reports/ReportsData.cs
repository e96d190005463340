using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Reports;

/// <summary>The reports of a year, agency by agency.</summary>
[Operation("reports")]
public sealed record ReportsData(
    IReadOnlyList<MonthStatus> ReportingStatuses,
    ReportingAgencies Agencies,
    DepartmentPage Departments
);

public sealed record ReportingAgencies(IReadOnlyList<ReportingAgency> Nodes);

public sealed record ReportingAgency(
    string Abbreviation,
    string Name,
    ParentAgency? Parent,
    IReadOnlyList<CalendarMonth> ReportingCalendar
)
{
    /// <summary>How the report of a month stands; null if none is asked.</summary>
    internal Standing? In(Month month) =>
        ReportingCalendar.FirstOrDefault(entry => entry.Month == month) is { } entry
            ? new Standing(entry.State, entry.Overdue)
            : null;

    internal bool Is(string code) => Abbreviation.Equals(code, StringComparison.OrdinalIgnoreCase);
}

public sealed record ParentAgency(string Abbreviation);

public sealed record CalendarMonth(Month Month, ReportState State, bool Overdue);

public sealed record DepartmentPage(IReadOnlyList<Department> Nodes);

public sealed record Department(string Abbreviation, string Name)
{
    internal bool Is(string code) => Abbreviation.Equals(code, StringComparison.OrdinalIgnoreCase);
}
