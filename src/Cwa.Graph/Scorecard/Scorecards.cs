using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Makes scorecards of the agencies whose figures the caller reads.</summary>
[Service]
public sealed class Scorecards(Snapshots snapshots, Caller caller, DomainClock clock)
{
    /// <summary>The given day; without one, today.</summary>
    /// <exception cref="ExecutionError">The day is before the memorandum or in the future (BAD_USER_INPUT).</exception>
    public DateOnly DayOf(DateOnly? asOf)
    {
        var day = asOf ?? clock.Today;
        if (day < Agency.DirectiveDay)
            throw RequestError.Input(
                $"`asOf` must not be before {Agency.DirectiveDay:yyyy-MM-dd}, the day of the memorandum."
            );
        if (day > clock.Today)
            throw RequestError.Input(
                $"`asOf` must not be after today, {clock.Today:yyyy-MM-dd}: "
                    + "what is still to come would be judged as not done."
            );
        return day;
    }

    /// <summary>The scorecard of a day.</summary>
    /// <param name="asOf">The day, one of <see cref="DayOf"/>.</param>
    /// <param name="where">Which agencies; null for all that the caller reads.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Scorecard> ReadAsync(
        DateOnly asOf,
        Func<IQueryable<Agency>, IQueryable<Agency>>? where = null,
        CancellationToken cancellationToken = default
    ) =>
        snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var agencies = await db.Agencies.OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(cancellationToken);
                var read = agencies.FindAll(a => caller.IsNpr || caller.CanSubmitFor(a.Id));
                if (where is not null)
                {
                    var asked = (await where(db.Agencies).Select(a => a.Id).ToListAsync(cancellationToken)).ToHashSet();
                    read.RemoveAll(a => !asked.Contains(a.Id));
                }

                Guid[]? judged = read.Count == agencies.Count ? null : [.. read.Select(a => a.Id)];
                return Scorecard.Of(
                    await ScorecardReading.ReadAsync(new(db, asOf, agencies, judged), dataAsOf, cancellationToken),
                    read
                );
            },
            cancellationToken
        );
}

/// <summary>The scorecard of an agency on a day, made together with those of other agencies.</summary>
[Service]
public sealed class ScorecardByAgency(Scorecards scorecards)
{
    private readonly Dictionary<DateOnly, OfDay> _days = [];

    /// <summary>
    /// The agency's scorecard; null if the caller may not read its figures, or if it was not active in the year.
    /// </summary>
    public Task<AgencyScorecard?> LoadAsync(Guid agencyId, DateOnly asOf, CancellationToken cancellationToken) =>
        Load(agencyId, asOf).GetResultAsync(cancellationToken);

    internal GraphQL.DataLoader.IDataLoaderResult<AgencyScorecard?> Load(Guid agencyId, DateOnly asOf)
    {
        lock (_days)
        {
            if (!_days.TryGetValue(asOf, out var day))
                _days[asOf] = day = new(scorecards, asOf);
            return day.Load(agencyId);
        }
    }

    private sealed class OfDay(Scorecards scorecards, DateOnly asOf) : BatchLoader<Guid, AgencyScorecard?>
    {
        protected override async Task<IReadOnlyDictionary<Guid, AgencyScorecard?>> FetchAsync(
            IReadOnlyList<Guid> keys,
            CancellationToken cancellationToken
        )
        {
            Guid[] ids = [.. keys];
            var scorecard = await scorecards.ReadAsync(
                asOf,
                agencies => agencies.Where(a => EF.Parameter(ids).Contains(a.Id)),
                cancellationToken
            );
            return scorecard.Agencies.ToDictionary(a => a.Agency.Id, AgencyScorecard? (a) => a);
        }
    }
}
