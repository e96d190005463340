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
    /// The last day, in Washington, on which a report of the month is in time. Agencies that began after it have a
    /// later day of their own.
    /// </summary>
    public DateOnly DueOn { get; }

    /// <summary>Today's date in Washington, at whose end lateness is judged.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public DateTime DataAsOf { get; }

    internal IReadOnlyList<AgencyReportingStatus> Stand { get; }
}

/// <summary>
/// How the reports of a department, or of another top-level agency, and of its components stand together.
/// </summary>
public sealed class DepartmentReportingStatus : ReportCounts
{
    internal DepartmentReportingStatus(Agency agency, IReadOnlyCollection<AgencyReportingStatus> stand)
        : base(stand) => Agency = agency;

    /// <summary>The department or other top-level agency.</summary>
    public Agency Agency { get; }
}

/// <inheritdoc cref="ReportingStatus"/>
[SignedIn]
public sealed class ReportingStatusType : ObjectType<ReportingStatus>
{
    /// <summary>
    /// How each agency's report stands, by abbreviation. Without `first`, more than 250 are refused: narrow them down
    /// with `where`.
    /// </summary>
    /// <param name="states">Only agencies whose report is in one of these states; if omitted, all.</param>
    /// <param name="first">How many to list, 1–250, on which the cost depends; if omitted, all.</param>
    [ListSize(Government.MostAgencies)]
    public static IReadOnlyList<AgencyReportingStatus> Agencies(
        ReportingStatus status,
        IReadOnlyList<ReportState>? states = null,
        int? first = null
    ) => AtMost(status.Stand.Where(a => states?.Contains(a.State) != false), first);

    /// <summary>
    /// How the reports of each department and its components stand, by abbreviation. Departments are left out if you
    /// may read no report of theirs. Without `first`, more than 250 are refused: narrow them down with `where`.
    /// </summary>
    /// <param name="first">How many to list, 1–250, on which the cost depends; if omitted, all. The government of 1998
    /// has 78 departments and other agencies at the top.</param>
    [ListSize(Government.MostAgencies)]
    public static IReadOnlyList<DepartmentReportingStatus> Departments(ReportingStatus status, int? first = null) =>
        AtMost(
            status
                .Stand.GroupBy(a => a.Department)
                .OrderBy(g => g.Key.Abbreviation, StringComparer.Ordinal)
                .Select(g => new DepartmentReportingStatus(g.Key, [.. g])),
            first
        );

    internal static IReadOnlyList<T> AtMost<T>(IEnumerable<T> agencies, int? first = null)
    {
        const int most = Government.MostAgencies;
        Paging.Check(first ?? most, most);
        List<T> listed = [.. agencies.Take(first ?? most + 1)];
        return listed.Count <= most
            ? listed
            : throw RequestError.Limit($"At most {most} agencies are listed at once. Narrow them down with `where`.");
    }
}

/// <inheritdoc cref="DepartmentReportingStatus"/>
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
    /// <summary>The newest submitted revision that was not recalled; null if there is none.</summary>
    public static IDataLoaderResult<MonthlyReport?>? Report(
        AgencyReportingStatus status,
        ById<MonthlyReport> reports
    ) => reports.Find(status.Reported?.Newest.Id);

    /// <summary>
    /// The liaison who speaks for the agency today: its own, or else that of the nearest agency above whose designation
    /// covers components; `liaison.agency` says whose. Null if nobody does, or if you may not see that liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? Liaison(AgencyReportingStatus status, ById<Liaison> liaisons) =>
        liaisons.Find(status.Liaison?.Id);

    /// <summary>
    /// Whom to call if nobody speaks for the agency today: its own liaison, or else that of the nearest agency above,
    /// whether or not the designation covers components; `liaison.agency` says whose. Null if there is none, or if you
    /// may not see that liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? NearestLiaison(AgencyReportingStatus status, ById<Liaison> liaisons) =>
        liaisons.Find(status.NearestLiaison?.Id);
}
