using System.Linq.Expressions;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The day and the agencies for which a scorecard's facts are read.</summary>
/// <param name="db">The database, in one state.</param>
/// <param name="asOf">The Washington day at whose end the agencies are judged.</param>
/// <param name="agencies">All agencies.</param>
/// <param name="judged">The agencies that are judged, whose records the caller sees in full; null for all
/// agencies.</param>
internal sealed class ScorecardScope(CwaDbContext db, DateOnly asOf, IReadOnlyList<Agency> agencies, Guid[]? judged)
{
    public CwaDbContext Db => db;

    public DateOnly AsOf => asOf;

    /// <summary>The instant at which the day is over.</summary>
    public DateTime End { get; } = Washington.EndOf(asOf);

    public ScorecardYear Year { get; } = ScorecardYear.Of(asOf);

    public IReadOnlyList<Agency> Agencies => agencies;

    public Guid[]? Judged => judged;

    /// <summary>The records that counted at the end of the day, in the versions that were known then.</summary>
    public IQueryable<T> Known<T>()
        where T : CorrectableRecord => db.Set<T>().KnownAt(End);

    /// <summary>The records of the agencies that are judged.</summary>
    public IQueryable<T> Own<T>(IQueryable<T> records)
        where T : class, IAgencyRecord => judged is null ? records : records.Where(In<T>(judged));

    /// <summary>Their records, and those of the agencies above them.</summary>
    /// <remarks>An agency is also judged by who speaks for it, and whether that agency reports.</remarks>
    public IQueryable<T> Above<T>(IQueryable<T> records)
        where T : class, IAgencyRecord
    {
        if (judged is null)
            return records;

        var all = agencies.ToDictionary(a => a.Id);
        var ids = new HashSet<Guid>();
        foreach (var id in judged)
        {
            for (Guid? above = id; above is { } next && ids.Add(next); above = all[next].ParentId) { }
        }

        return records.Where(In<T>([.. ids]));
    }

    private static Expression<Func<T, bool>> In<T>(Guid[] ids)
        where T : class, IAgencyRecord => record => EF.Parameter(ids).Contains(record.AgencyId);
}
