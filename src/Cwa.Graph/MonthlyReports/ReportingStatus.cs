using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How the reports of one month stand today.</summary>
public sealed class ReportingStatus : ReportCounts
{
    internal ReportingStatus(AgenciesReports read, ReportMonth month)
        : this(read, month, read.Of(month)) { }

    private ReportingStatus(AgenciesReports read, ReportMonth month, IReadOnlyList<AgencyReportingStatus> stand)
        : base(stand) =>
        (Month, DueOn, AsOf, DataAsOf, Stand) = (
            month,
            read.Reports.Calendar.DueOn(month),
            read.Reports.AsOf,
            read.DataAsOf,
            stand
        );

    /// <summary>The month that the reports cover.</summary>
    public ReportMonth Month { get; }

    /// <summary>
    /// The last Washington day on which a report of the month is in time; agencies that began after it have a later one
    /// of their own.
    /// </summary>
    public DateOnly DueOn { get; }

    /// <summary>The Washington day, today, by whose end lateness is judged.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Everything stored by this instant is in it.</summary>
    public DateTime DataAsOf { get; }

    internal IReadOnlyList<AgencyReportingStatus> Stand { get; }
}

/// <summary>
/// How the reports of a department, or of another agency at the top, stand together with those of its components.
/// </summary>
public sealed class DepartmentReportingStatus : ReportCounts
{
    internal DepartmentReportingStatus(Agency agency, IReadOnlyCollection<AgencyReportingStatus> stand)
        : base(stand) => Agency = agency;

    /// <summary>The department, or another agency at the top.</summary>
    public Agency Agency { get; }
}

/// <summary>
/// How the reports of one month stand today: of all agencies for NPR, of its own and its components for an agency.
/// </summary>
[SignedIn]
public sealed class ReportingStatusType : ObjectType<ReportingStatus>
{
    /// <summary>
    /// Agency by agency, by abbreviation. More than 250 are not listed: then narrow them down with `where`.
    /// </summary>
    /// <param name="states">Only agencies whose report stands so; left out, all.</param>
    [ListSize(ReportsToday.MostAgencies)]
    public static IReadOnlyList<AgencyReportingStatus> Agencies(
        ReportingStatus status,
        IReadOnlyList<ReportState>? states = null
    ) => AtMost(status.Stand.Where(a => states?.Contains(a.State) != false));

    /// <summary>
    /// Department by department, components added to theirs, by abbreviation: only those of which you read an agency's
    /// report.
    /// </summary>
    [ListSize(ReportsToday.MostAgencies)]
    public static IReadOnlyList<DepartmentReportingStatus> Departments(ReportingStatus status) =>
        AtMost(
            status
                .Stand.GroupBy(a => a.Department)
                .OrderBy(g => g.Key.Abbreviation, StringComparer.Ordinal)
                .Select(g => new DepartmentReportingStatus(g.Key, [.. g]))
        );

    internal static IReadOnlyList<T> AtMost<T>(IEnumerable<T> agencies)
    {
        List<T> listed = [.. agencies.Take(ReportsToday.MostAgencies + 1)];
        return listed.Count <= ReportsToday.MostAgencies
            ? listed
            : throw RequestError.Limit(
                $"More than {ReportsToday.MostAgencies} agencies are not listed at once. Narrow them down with `where`."
            );
    }
}

/// <summary>
/// How the reports of a department, or of another agency at the top, stand together with those of its components.
/// </summary>
[SignedIn]
public sealed class DepartmentReportingStatusType : ObjectType<DepartmentReportingStatus>;

/// <summary>How many agencies that are requested to report did so.</summary>
[SignedIn]
public sealed class RequestedReportCountsType : ObjectType<RequestedReportCounts>;

/// <summary>How one agency's report of one month stands today.</summary>
[SignedIn]
public sealed class AgencyReportingStatusType()
    : ObjectType<AgencyReportingStatus>(
        s => s.Department,
        s => s.AsOf,
        s => s.Duty,
        s => s.Reported,
        s => s.IsOutstanding
    )
{
    /// <summary>The newest revision that was sent; null when none was.</summary>
    public static IDataLoaderResult<MonthlyReport?>? Report(
        AgencyReportingStatus status,
        ById<MonthlyReport> reports
    ) => reports.Find(status.Reported?.Newest.Id);

    /// <summary>
    /// The liaison who speaks for the agency today: its own, else that of the nearest agency above whose designation
    /// covers components, told by `liaison.agency`. Null when nobody does, and where you may not see that agency's
    /// liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? Liaison(AgencyReportingStatus status, ById<Liaison> liaisons) =>
        liaisons.Find(status.Liaison?.Id);
}
