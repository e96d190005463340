using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Reads how many customers were engaged, in at most seven statements, however many agencies and events there are.
/// </summary>
[Service]
public sealed class ReachReader(Snapshots snapshots, Caller caller, DomainClock clock, FilterBudget budget)
{
    // The fields that need no sums of all agencies together.
    private static readonly HashSet<string> ReadApart =
    [
        "__typename",
        "byAgency",
        "byDepartment",
        "byLanguage",
        "coverage",
        "dataAsOf",
        "unreached",
    ];

    /// <summary>
    /// The reach of all agencies that the caller reads and that meet the conditions. Only selected fields are read.
    /// </summary>
    /// <exception cref="ExecutionError">The days are reversed (BAD_USER_INPUT), or the conditions too many
    /// (LIMIT_EXCEEDED).</exception>
    public Task<Reach> ReadAsync(IResolveFieldContext context, DateOnly from, DateOnly to, FilterNode? where)
    {
        var period = new Period(from, to);
        if (where is not null)
            budget.Take(context.FieldAst, where);

        var asked = context.SubFields!.Values.Select(field => field.FieldType.Name).ToHashSet(StringComparer.Ordinal);
        return snapshots.ReadAsync(
            (db, dataAsOf) => ReadAsync(SumsOf(db, period, where), dataAsOf, asked, context.CancellationToken),
            context.CancellationToken
        );
    }

    /// <summary>The reach of those of the agencies that the caller reads, in three statements.</summary>
    /// <exception cref="ExecutionError">The days are reversed (BAD_USER_INPUT).</exception>
    public Task<IReadOnlyList<AgencyReach>> OfEachAsync(
        IReadOnlyList<Guid> agencyIds,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        var period = new Period(from, to);
        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var sums = new ReachSums(db, Read(db).Where(a => agencyIds.Contains(a.Id)), period, clock.Today);
                var areas = await sums.AreasAsync(cancellationToken);
                return await AgenciesAsync(sums, areas, dataAsOf, cancellationToken);
            },
            cancellationToken
        );
    }

    private static async Task<Reach> ReadAsync(
        ReachSums sums,
        DateTime dataAsOf,
        HashSet<string> asked,
        CancellationToken cancellationToken
    )
    {
        var kinds =
            asked.IsSubsetOf(ReadApart) ? []
            : asked.Overlaps(["byMedium", "byFormat", "mediaUsed"]) ? await sums.ByPlaceAndFormAsync(cancellationToken)
            : await sums.ByPlaceAsync(cancellationToken);
        var languages = asked.Contains("byLanguage") ? await sums.ByLanguagesAsync(cancellationToken) : [];
        var areas = asked.Overlaps(["coverage", "unreached", "byAgency"])
            ? await sums.AreasAsync(cancellationToken)
            : [];
        var departments = asked.Contains("byDepartment") ? await DepartmentsAsync(sums, cancellationToken) : [];
        var agencies = asked.Contains("byAgency") ? await AgenciesAsync(sums, areas, dataAsOf, cancellationToken) : [];
        return new(kinds)
        {
            DataAsOf = dataAsOf,
            National = new(kinds.Where(k => k.Key.Place == PlaceKind.National)),
            Virtual = new(kinds.Where(k => k.Key.Place == PlaceKind.Virtual)),
            PlaceNotSaid = new(kinds.Where(k => k.Key.Place is null)),
            ByState =
            [
                .. kinds
                    .Where(k => k.Key.State is not null)
                    .GroupBy(k => k.Key.State!.Value)
                    .Select(g => new StateReach(g.Key, g))
                    .OrderByDescending(s => s.CustomersMet)
                    .ThenByDescending(s => s.Events)
                    .ThenBy(s => s.State),
            ],
            ByMedium =
            [
                .. kinds
                    .GroupBy(k => k.Key.Medium)
                    .Select(g => new MediumReach(g.Key, g))
                    .OrderBy(m => m.Medium is null)
                    .ThenBy(m => m.Medium),
            ],
            ByFormat =
            [
                .. kinds
                    .GroupBy(k => k.Key.Format)
                    .Select(g => new FormatReach(g.Key, g))
                    .OrderByDescending(f => f.CustomersMet)
                    .ThenByDescending(f => f.Events)
                    .ThenBy(f => f.Format),
            ],
            ByLanguage =
            [
                .. languages
                    .SelectMany(
                        sum => sum.Key.Cast<string?>().DefaultIfEmpty(),
                        (sum, language) => (Language: language, Sum: sum)
                    )
                    .GroupBy(l => l.Language, l => l.Sum)
                    .Select(g => new LanguageReach(g.Key, g))
                    .OrderByDescending(l => l.Events)
                    .ThenBy(l => l.Language, StringComparer.Ordinal)
                    .Take(Reach.MostLanguages),
            ],
            MediaUsed = MediaUsed(kinds.Select(k => (k.Key.Medium, k.Held))),
            Coverage = new(areas),
            Unreached =
            [
                .. areas
                    .Where(a => !a.IsReached && a.CustomersLiving + a.CustomersWorking > 0)
                    .GroupBy(a => a.State)
                    .Select(UnreachedState.Of)
                    .OrderByDescending(u => u.CustomersLiving)
                    .ThenByDescending(u => u.CustomersWorking)
                    .ThenBy(u => u.State),
            ],
            ByDepartment =
            [
                .. departments
                    .OrderByDescending(d => d.CustomersMet)
                    .ThenByDescending(d => d.Events)
                    .ThenBy(d => d.DepartmentId)
                    .Take(Government.MostDepartments),
            ],
            ByAgency =
            [
                .. agencies
                    .OrderByDescending(a => a.CustomersMet)
                    .ThenByDescending(a => a.Events)
                    .ThenBy(a => a.AgencyId)
                    .Take(Government.MostAgencies),
            ],
        };
    }

    private static async Task<IReadOnlyList<DepartmentReach>> DepartmentsAsync(
        ReachSums sums,
        CancellationToken cancellationToken
    )
    {
        var departments = await sums.DepartmentsAsync(cancellationToken);
        var events = (await sums.ByDepartmentAsync(cancellationToken)).ToLookup(s => s.Key.AgencyId);
        return
        [
            .. departments.Select(id => new DepartmentReach(id, events[id])
            {
                MediaUsed = MediaUsed(events[id].Select(s => (s.Key.Medium, s.Held))),
            }),
        ];
    }

    private static async Task<IReadOnlyList<AgencyReach>> AgenciesAsync(
        ReachSums sums,
        IEnumerable<Area> areas,
        DateTime dataAsOf,
        CancellationToken cancellationToken
    )
    {
        var customers = await sums.CustomersAsync(cancellationToken);
        var events = (await sums.ByAgencyAsync(cancellationToken)).ToLookup(s => s.Key.AgencyId);
        var declared = areas.ToLookup(a => a.AgencyId);
        return
        [
            .. customers.Select(agency => new AgencyReach(agency.Key, agency.Value, events[agency.Key])
            {
                DataAsOf = dataAsOf,
                MediaUsed = MediaUsed(events[agency.Key].Select(s => (s.Key.Medium, s.Held))),
                Coverage = declared.Contains(agency.Key) ? new([.. declared[agency.Key]]) : null,
            }),
        ];
    }

    private ReachSums SumsOf(CwaDbContext db, Period period, FilterNode? where) =>
        new(
            db,
            where is not null ? Read(db).Where(where.ToLambda<Agency>(caller))
                : caller.IsNpr ? null
                : Read(db),
            period,
            clock.Today
        );

    /// <summary>The agencies whose figures the caller reads.</summary>
    private IQueryable<Agency> Read(CwaDbContext db) => caller.IsNpr ? db.Agencies : caller.ActsFor(db.Agencies);

    private static IReadOnlyList<Medium> MediaUsed(IEnumerable<(Medium? Medium, int Held)> sums) =>
        [.. sums.Where(sum => sum.Held > 0).Select(sum => sum.Medium).OfType<Medium>().Distinct().Order()];
}
