using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>An agency, and everything it reports.</summary>
[FieldsOf(typeof(AgencyLiaisons))]
[FieldsOf(typeof(AgencyComplaints))]
public sealed class AgencyType() : NodeType<Agency>(a => a.ParentId, a => a.NameSearch, a => a.AbbreviationSearch)
{
    /// <summary>The agency that this one is a component of; null at the top level.</summary>
    public static IDataLoaderResult<Agency?>? Parent(Agency agency, ById<Agency> agencies) =>
        agencies.Find(agency.ParentId);

    /// <summary>The agencies directly below this one.</summary>
    public static IDataLoaderResult<Connection<Agency>> Components(Agency agency, Page<Agency> page) =>
        page.Where("is a component", a => a.ParentId != null).Of(agency.Id, a => a.ParentId!.Value);

    /// <summary>
    /// The calendar of conversations that the agency leads and reports (actions 1 to 3). Those that it only co-hosts
    /// are on the calendars of the agencies that report them; the agency's figures in `reach` count them, too.
    /// </summary>
    public static IDataLoaderResult<Connection<Event>> Events(Agency agency, Page<Event> page) =>
        page.Of(agency.Id, e => e.AgencyId);

    /// <summary>The monthly reports to NPR (action 2), every revision.</summary>
    /// <param name="knownAt">Only what had been recorded by this instant, each revision with the status that it had
    /// then; filters, order and count use that state, too. Drafts are not included. If omitted, everything as it stands
    /// now.</param>
    public static IDataLoaderResult<Connection<MonthlyReport>> MonthlyReports(
        Agency agency,
        Page<MonthlyReport> page,
        RecordClock clock,
        DateTime? knownAt = null
    ) => page.AsOf(knownAt, clock).Of(agency.Id, r => r.AgencyId);

    /// <summary>
    /// How the report of one month stands (action 2). Null if no report of that month is expected, or if you may not
    /// read the agency's reports.
    /// </summary>
    /// <param name="month">The month that the report covers; if omitted, the current month.</param>
    [SignedIn]
    public static IDataLoaderResult<AgencyReportingStatus?> ReportingStatus(
        Agency agency,
        ReportingByAgency reporting,
        DomainClock clock,
        ReportMonth? month = null
    ) => reporting.Load((agency.Id, month ?? ReportMonth.Of(clock.Today)));

    /// <summary>
    /// How the reports stand month by month (action 2), without months for which no report is expected. Empty if you
    /// may not read the agency's reports.
    /// </summary>
    /// <param name="from">The first month; if omitted, January of the current year.</param>
    /// <param name="to">The last month, at most 24 months in all; if omitted, December of the year of `from`.</param>
    [SignedIn]
    [Months]
    public static IDataLoaderResult<IReadOnlyList<AgencyReportingStatus>> ReportingCalendar(
        Agency agency,
        ReportingCalendarByAgency reporting,
        DomainClock clock,
        ReportMonth? from = null,
        ReportMonth? to = null
    )
    {
        var months = ReportsToday.Months(
            from ?? new(clock.Today.Year, 1),
            to ?? new(from?.Year ?? clock.Today.Year, 12)
        );
        return reporting.Load((agency.Id, months[0], months[^1]));
    }

    /// <summary>Programs that engage customers throughout the year (action 1).</summary>
    public static IDataLoaderResult<Connection<Cwa.Model.Program>> Programs(
        Agency agency,
        Page<Cwa.Model.Program> page
    ) => page.Of(agency.Id, p => p.AgencyId);

    /// <summary>What was learned from customers in conversations and surveys (actions 1 and 5).</summary>
    public static IDataLoaderResult<Connection<Finding>> Findings(Agency agency, Page<Finding> page) =>
        page.Of(agency.Id, f => f.AgencyId);

    /// <summary>
    /// What changed because customers said so (actions 5 and 6), the newest first; at most 20. Everyone may read it.
    /// `findings` says what the customers said, to those who may read it.
    /// </summary>
    [ListSize(ChangeForCustomers.Most)]
    public static IDataLoaderResult<IReadOnlyList<ChangeForCustomers>> ChangesForCustomers(
        Agency agency,
        ChangesByAgency changes
    ) => changes.Load(agency.Id);

    /// <summary>
    /// How many customers the agency engaged, where and how (action 3), in events whose first day is in the period.
    /// Null if you may not read its figures.
    /// </summary>
    /// <param name="from">The period's first day.</param>
    /// <param name="to">The period's last day.</param>
    public static IDataLoaderResult<AgencyReach?> Reach(
        Agency agency,
        ReachByAgency reach,
        DateOnly from,
        DateOnly to
    ) => reach.Load((agency.Id, from, to));

    /// <summary>
    /// How many customers the agency serves in all (action 3), as it has declared; null if it has not. `customerBases`
    /// says where the number comes from.
    /// </summary>
    /// <param name="asOf">The day on which the number holds; if omitted, today. A correction and a withdrawal count
    /// from the day on which they were made, as in the scorecard.</param>
    public static IDataLoaderResult<long?> CustomerBase(
        Agency agency,
        CustomersByAgency customers,
        DomainClock clock,
        DateOnly? asOf = null
    ) => customers.Load((agency.Id, asOf ?? clock.Today));

    /// <summary>
    /// What the agency has declared of how many customers it serves in all (action 3), each number from a day on.
    /// </summary>
    public static IDataLoaderResult<Connection<CustomerBase>> CustomerBases(Agency agency, Page<CustomerBase> page) =>
        page.Of(agency.Id, c => c.AgencyId);

    /// <summary>
    /// The ways in which customers can get the agency's services, as it has declared (EO-f of Executive Order 12862).
    /// </summary>
    public static IDataLoaderResult<Connection<DeliveryChoice>> DeliveryChoices(
        Agency agency,
        Page<DeliveryChoice> page
    ) => page.Of(agency.Id, c => c.AgencyId);

    /// <summary>Where the agency's customers live and work (action 3).</summary>
    public static IDataLoaderResult<Connection<ServiceArea>> ServiceAreas(Agency agency, Page<ServiceArea> page) =>
        page.Of(agency.Id, a => a.AgencyId);

    /// <summary>
    /// The themes that the agency tells apart among its findings (action 1), each under a theme common to all, by name.
    /// </summary>
    public static IDataLoaderResult<Connection<AgencyTheme>> Themes(Agency agency, Page<AgencyTheme> page) =>
        page.Of(agency.Id, t => t.AgencyId);

    /// <summary>
    /// Why the agency needs a call, with its weight, as the query `attention` lists it. Null if it needs none, or if
    /// you may not read its reports.
    /// </summary>
    [SignedIn]
    public static IDataLoaderResult<AttentionItem?> Attention(Agency agency, AttentionByAgency attention) =>
        attention.Load(agency.Id);

    /// <summary>The yearly analyses of complaint data (action 4).</summary>
    public static IDataLoaderResult<Connection<Analysis>> Analyses(Agency agency, Page<Analysis> page) =>
        page.Of(agency.Id, a => a.AgencyId);

    /// <summary>The service standards that the agency has posted (action 5).</summary>
    public static IDataLoaderResult<Connection<ServiceStandard>> ServiceStandards(
        Agency agency,
        Page<ServiceStandard> page
    ) => page.Of(agency.Id, s => s.AgencyId);

    /// <summary>Surveys of customers and of employees (action 6).</summary>
    public static IDataLoaderResult<Connection<Survey>> Surveys(Agency agency, Page<Survey> page) =>
        page.Of(agency.Id, s => s.AgencyId);

    /// <summary>Comparisons with the best in business (action 6).</summary>
    public static IDataLoaderResult<Connection<BenchmarkStudy>> BenchmarkStudies(
        Agency agency,
        Page<BenchmarkStudy> page
    ) => page.Of(agency.Id, s => s.AgencyId);

    /// <summary>The plans and reports required by law in which the agency uses what it learned (action 5).</summary>
    public static IDataLoaderResult<Connection<PlanReference>> PlanReferences(
        Agency agency,
        Page<PlanReference> page
    ) => page.Of(agency.Id, p => p.AgencyId);

    /// <summary>The annual reports of customer service results (action 6).</summary>
    public static IDataLoaderResult<Connection<AnnualReport>> AnnualReports(Agency agency, Page<AnnualReport> page) =>
        page.Of(agency.Id, r => r.AgencyId);

    /// <summary>
    /// How the agency stands on every requirement of the memorandum. Null if you may not read its figures, or if it was
    /// not active on any day of the year up to `asOf`.
    /// </summary>
    /// <param name="asOf">The Washington day at whose end the agency is judged, from 1998-03-03 to today; if
    /// omitted, today. What is due that day and not done counts as missing. Each fact counts from its own date,
    /// whenever it was recorded; a correction and a withdrawal count from the day on which they were made.</param>
    public static IDataLoaderResult<AgencyScorecard?> Scorecard(
        Agency agency,
        Scorecards scorecards,
        ScorecardByAgency byAgency,
        DateOnly? asOf = null
    ) => byAgency.Load(agency.Id, scorecards.DayOf(asOf));
}
