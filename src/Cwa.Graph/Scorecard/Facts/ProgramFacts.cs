using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Action 1: the programs that go on throughout the year.</summary>
internal static class ProgramFacts
{
    /// <summary>The programs that began by the day and had not ended before the year.</summary>
    public static IQueryable<DatedRow> Dated(ScorecardScope scope)
    {
        var (asOf, firstDay) = (scope.AsOf, scope.Year.FirstDay);
        return scope
            .Own(scope.Db.Programs)
            .Where(p => p.StartsOn <= asOf && (p.EndsOn == null || p.EndsOn >= firstDay))
            .Select(p => new DatedRow
            {
                Kind = DatedKind.Program,
                AgencyId = p.AgencyId,
                Id = p.Id,
                ParentId = null,
                On = p.StartsOn,
                Until = p.EndsOn,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            });
    }

    public static ProgramRun RunOf(DatedRow row) => new(row.AgencyId, row.Id, row.On, row.Until);
}
