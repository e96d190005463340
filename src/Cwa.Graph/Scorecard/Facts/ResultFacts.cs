using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Actions 5 and 6: standards with their measurements, and the published reports.</summary>
internal static class ResultFacts
{
    public static IReadOnlyList<IQueryable<DatedRow>> Dated(ScorecardScope scope)
    {
        var (db, asOf, firstDay) = (scope.Db, scope.AsOf, scope.Year.FirstDay);
        // A measurement covers months, and counts once the last of them is over.
        var month = ReportMonth.Of(asOf);
        var (measurements, citations) = (scope.Known<Measurement>(), scope.Known<PlanCitation>());
        var (first, last) = (scope.Year.FirstMonth, asOf == month.LastDay ? month : month.Previous);
        var standards = scope
            .Own(db.ServiceStandards)
            .Where(s => s.EffectiveFrom <= asOf)
            .Select(s => new DatedRow
            {
                Kind = DatedKind.Standard,
                AgencyId = s.AgencyId,
                Id = s.Id,
                ParentId = null,
                On = s.EffectiveFrom,
                Until = s.WithdrawnOn,
                Count = measurements.Count(m => m.StandardId == s.Id && m.ToMonth >= first && m.ToMonth <= last),
                Year = null,
                Basis = null,
                Grade = null,
            });
        var reports = scope
            .Own(db.AnnualReports)
            .Where(r => r.PublishedOn >= firstDay && r.PublishedOn <= asOf)
            .Select(r => new DatedRow
            {
                Kind = DatedKind.AnnualReport,
                AgencyId = r.AgencyId,
                Id = r.Id,
                ParentId = null,
                On = r.PublishedOn!.Value,
                Until = null,
                Count = citations.Count(c => c.AnnualReportId == r.Id),
                Year = r.Year,
                Basis = r.YearBasis,
                Grade = r.PlainLanguage.Words == 0 ? (double?)null : r.PlainLanguage.Grade,
            });
        return [standards, reports];
    }

    public static StandardInForce StandardOf(DatedRow row) =>
        new(row.AgencyId, row.Id, row.On, row.Until, IsMeasured: row.Count > 0);

    public static PublishedReport ReportOf(DatedRow row) =>
        new(row.AgencyId, row.Id, new(row.Year!.Value, row.Basis!.Value), row.On, CitesPlan: row.Count > 0, row.Grade);
}
