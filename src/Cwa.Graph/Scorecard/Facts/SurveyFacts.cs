using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What Executive Order 12862 asks: customers and employees heard, and the best in business studied.</summary>
internal static class SurveyFacts
{
    public static IReadOnlyList<IQueryable<DatedRow>> Dated(ScorecardScope scope)
    {
        var (asOf, firstDay) = (scope.AsOf, scope.Year.FirstDay);
        var surveys = scope
            .Own(scope.Known<Survey>())
            .Where(s => s.ConductedTo >= firstDay && s.ConductedTo <= asOf)
            .Select(s => new DatedRow
            {
                Kind = s.Kind == SurveyKind.Customer ? DatedKind.CustomerSurvey : DatedKind.EmployeeSurvey,
                AgencyId = s.AgencyId,
                Id = s.Id,
                ParentId = null,
                On = s.ConductedTo,
                Until = null,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            });
        var studies = scope
            .Own(scope.Known<BenchmarkStudy>())
            .Where(s => s.ConductedOn >= firstDay && s.ConductedOn <= asOf)
            .Select(s => new DatedRow
            {
                Kind = DatedKind.Study,
                AgencyId = s.AgencyId,
                Id = s.Id,
                ParentId = null,
                On = s.ConductedOn,
                Until = null,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            });
        return [surveys, studies];
    }
}
