using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Reads the facts by which a scorecard is judged, in a fixed number of statements, however many agencies there are.
/// </summary>
/// <remarks>Each family of facts has its own file beside this one, which puts them together.</remarks>
internal static class ScorecardReading
{
    public static async Task<ScorecardFacts> ReadAsync(
        ScorecardScope scope,
        DateTime dataAsOf,
        CancellationToken cancellationToken
    )
    {
        var db = scope.Db;
        var dueDays = await db.DueDays.ToDictionaryAsync(d => d.Month, d => d.DueOn, cancellationToken);
        var conversations = new ConversationFacts(scope, await ChangedEvents.ReadAsync(scope, cancellationToken));
        var dated = await DatedAsync(scope, conversations, cancellationToken);
        return new()
        {
            AsOf = scope.AsOf,
            DataAsOf = dataAsOf,
            Agencies = scope.Agencies,
            Calendar = new(dueDays),
            Liaisons = await scope.Above(scope.Known<Liaison>()).ToListAsync(cancellationToken),
            Reports = await ReportFacts.ReadAsync(scope, cancellationToken),
            Conversations = [.. await conversations.CountsAsync(cancellationToken)],
            Places = [.. await conversations.PlacesAsync(cancellationToken)],
            Programs = [.. dated[DatedKind.Program].Select(ProgramFacts.RunOf)],
            Findings = await FindingFacts.ReadAsync(scope, cancellationToken),
            Areas = await scope
                .Own(scope.Known<ServiceArea>())
                .Select(a => new CustomerArea(a.AgencyId, a.Id, a.State, a.CustomersLiving, a.CustomersWorking))
                .ToListAsync(cancellationToken),
            CustomerBases = [.. dated[DatedKind.CustomerBase].Select(CustomerFacts.CustomersOf)],
            Deliveries = await DeliveryFacts.ReadAsync(scope, cancellationToken),
            ComplaintPeriods = await ComplaintFacts.PeriodsAsync(scope, cancellationToken),
            Processes = [.. dated[DatedKind.Process].Select(ComplaintFacts.ProcessOf)],
            Problems = [.. ComplaintFacts.ProblemsOf(dated)],
            Standards = [.. dated[DatedKind.Standard].Select(ResultFacts.StandardOf)],
            AnnualReports = [.. dated[DatedKind.AnnualReport].Select(ResultFacts.ReportOf)],
            Records =
            [
                .. Records(DatedKind.Analysis, RecordKind.Analysis),
                .. Records(DatedKind.CustomerSurvey, RecordKind.CustomerSurvey),
                .. Records(DatedKind.EmployeeSurvey, RecordKind.EmployeeSurvey),
                .. Records(DatedKind.Study, RecordKind.BenchmarkStudy),
                .. Records(DatedKind.OtherVenue, RecordKind.OtherVenue),
                .. conversations.VenuesChangedLater,
            ],
        };

        IEnumerable<DatedRecord> Records(DatedKind kind, RecordKind done) =>
            dated[kind].Select(row => new DatedRecord(row.AgencyId, row.Id, done, row.On));
    }

    private static async Task<ILookup<DatedKind, DatedRow>> DatedAsync(
        ScorecardScope scope,
        ConversationFacts conversations,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<IQueryable<DatedRow>> kinds =
        [
            CustomerFacts.Dated(scope),
            conversations.Venues(),
            ProgramFacts.Dated(scope),
            .. ComplaintFacts.Dated(scope),
            .. SurveyFacts.Dated(scope),
            .. ResultFacts.Dated(scope),
        ];
        var rows = await kinds.Aggregate(Queryable.Concat).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.Kind);
    }
}
