using System.Linq.Expressions;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Reads what a scorecard is judged by, in a fixed number of statements however many agencies there are.
/// </summary>
/// <param name="db">The database, in one state.</param>
/// <param name="asOf">The Washington day at whose end the agencies are judged.</param>
/// <param name="agencies">All agencies.</param>
/// <param name="judged">The agencies that are judged, all of which the caller sees in whole; null for all
/// agencies.</param>
internal sealed class ScorecardReading(CwaDbContext db, DateOnly asOf, IReadOnlyList<Agency> agencies, Guid[]? judged)
{
    private readonly ScorecardYear _year = ScorecardYear.Of(asOf);
    private readonly DateTime _end = Washington.EndOf(asOf);

    public async Task<ScorecardFacts> ReadAsync(DateTime dataAsOf, CancellationToken cancellationToken)
    {
        var dueDays = await db.DueDays.ToDictionaryAsync(d => d.Month, d => d.DueOn, cancellationToken);
        var liaisons = await Above(db.Liaisons).ToListAsync(cancellationToken);
        var reports = await ReportsAsync(cancellationToken);
        var changed = await ChangedLaterAsync(cancellationToken);
        var conversations = await ConversationsAsync(changed, cancellationToken);
        var places = await PlacesAsync(changed, cancellationToken);
        var findings = await FindingsAsync(cancellationToken);
        var months = await ComplaintMonthsAsync(cancellationToken);
        var areas = await Own(db.ServiceAreas)
            .Select(a => new CustomerArea(a.AgencyId, a.Id, a.State, a.CustomersLiving, a.CustomersWorking))
            .ToListAsync(cancellationToken);
        var dated = (await DatedAsync(cancellationToken)).ToLookup(d => (DatedKind)d.Kind);

        var shown = changed.SelectMany(OnItsDays).ToList();
        var changes = dated[DatedKind.Change].ToLookup(c => c.ParentId, c => new ChangeMade(c.Id, c.On, c.Until));
        return new()
        {
            AsOf = asOf,
            DataAsOf = dataAsOf,
            Agencies = agencies,
            Calendar = new(dueDays),
            Liaisons = liaisons,
            Reports = reports,
            Conversations = [.. conversations, .. shown.Select(e => e.Event.CountFor(e.HostId))],
            Places = [.. places, .. shown.Select(e => e.Event.PlaceFor(e.HostId))],
            Findings = findings,
            Areas = areas,
            ComplaintMonths = months,
            Processes = [.. dated[DatedKind.Process].Select(p => new ProcessInPlace(p.AgencyId, p.Id, p.On, p.Number))],
            Problems =
            [
                .. dated[DatedKind.Problem].Select(p => new ProblemFound(p.AgencyId, p.Id, p.On, [.. changes[p.Id]])),
            ],
            Standards =
            [
                .. dated[DatedKind.Standard]
                    .Select(s => new StandardInForce(s.AgencyId, s.Id, s.On, s.Until, s.Number > 0)),
            ],
            AnnualReports =
            [
                .. dated[DatedKind.AnnualReport]
                    .Select(r => new PublishedReport(
                        r.AgencyId,
                        r.Id,
                        new(r.Number / 10, (YearBasis)(r.Number % 10)),
                        r.On,
                        r.Citations > 0,
                        r.Grade > -100 ? r.Grade : null
                    )),
            ],
            Records =
            [
                .. dated[DatedKind.Analysis].Select(r => new DatedRecord(r.AgencyId, r.Id, RecordKind.Analysis, r.On)),
                .. dated[DatedKind.Survey]
                    .Select(r => new DatedRecord(
                        r.AgencyId,
                        r.Id,
                        r.Number == (int)SurveyKind.Customer ? RecordKind.CustomerSurvey : RecordKind.EmployeeSurvey,
                        r.On
                    )),
                .. dated[DatedKind.Study]
                    .Select(r => new DatedRecord(r.AgencyId, r.Id, RecordKind.BenchmarkStudy, r.On)),
            ],
        };
    }

    private Task<List<ReportRevision>> ReportsAsync(CancellationToken cancellationToken)
    {
        var (first, last) = (_year.FirstMonth, new ReportMonth(_year.Number, 12));
        return Above(db.MonthlyReports)
            .Where(r =>
                r.SubmittedAt < _end && ((r.Month >= first && r.Month <= last) || (r.Month < first && r.Revision == 1))
            )
            .Select(r => new ReportRevision
            {
                Id = r.Id,
                AgencyId = r.AgencyId,
                Month = r.Month,
                Revision = r.Revision!.Value,
                SubmittedAt = r.SubmittedAt!.Value,
                DecidedAt = r.DecidedAt,
                Returned = r.ReturnReason != null,
            })
            .ToListAsync(cancellationToken);
    }

    // As they stand now, events stood at the end of the day too, but for these: they are seen by what was said of them
    // until then. An agency that has ended is judged by an earlier day than the others, so its events are among them.
    private async Task<List<EventHistory>> ChangedLaterAsync(CancellationToken cancellationToken)
    {
        Guid[] ended =
        [
            .. agencies.Where(a => a.ActiveTo <= asOf && !(a.ActiveTo <= _year.FirstDay)).Select(a => a.Id),
        ];
        var changed = db
            .EventOutcomes.Where(o => o.At >= _end && (o.Status == EventStatus.Postponed || o.Event.StartsOn <= asOf))
            .Select(o => o.EventId)
            .Union(
                db.EventRevisions.Where(r =>
                        r.Report.Revision > 1
                        && (r.Report.SubmittedAt >= _end || r.Report.DecidedAt >= _end)
                        && (r.Facts.StartsOn <= asOf || r.Event.StartsOn <= asOf)
                    )
                    .Select(r => r.EventId)
            )
            .Union(
                db.EventHosts.Where(h => ended.Contains(h.AgencyId) && h.Event.StartsOn <= asOf).Select(h => h.EventId)
            );
        var rows = await db
            .EventRevisions.Where(r => changed.Contains(r.EventId))
            .Where(r => judged == null || db.EventHosts.Any(h => h.EventId == r.EventId && judged.Contains(h.AgencyId)))
            .Select(r => new
            {
                r.EventId,
                LeadId = r.Report.AgencyId,
                r.CoHostIds,
                SubmittedAt = r.Report.SubmittedAt!.Value,
                AcceptedAt = r.Report.ReturnReason == null ? r.Report.DecidedAt : null,
                r.Facts.StartsOn,
                r.Facts.EndsOn,
                r.Facts.Medium,
                r.Facts.Format,
                r.Facts.PlaceKind,
                r.Facts.State,
                HasResults = db.ProblemSolvingOutcomes.Any(o => o.EventId == r.EventId),
                Said = db
                    .EventOutcomes.Where(o => o.EventId == r.EventId)
                    .Select(o => new EventSaid(o.At, o.Status, o.Attendance, o.NewStartsOn, o.NewEndsOn))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.EventId)
                .Select(told => new EventHistory
                {
                    EventId = told.Key,
                    HasResults = told.First().HasResults,
                    Said = told.First().Said,
                    Told =
                    [
                        .. told.Select(r => new EventTold
                        {
                            SubmittedAt = r.SubmittedAt,
                            AcceptedAt = r.AcceptedAt,
                            HostIds = [r.LeadId, .. r.CoHostIds],
                            StartsOn = r.StartsOn,
                            EndsOn = r.EndsOn,
                            Medium = r.Medium,
                            Format = r.Format,
                            PlaceKind = r.PlaceKind,
                            State = r.State,
                        }),
                    ],
                }),
        ];
    }

    private IEnumerable<(EventOnDay Event, Guid HostId)> OnItsDays(EventHistory history) =>
        from hostId in history.Told.SelectMany(t => t.HostIds).Distinct()
        where judged is null || judged.Contains(hostId)
        let host = agencies.First(a => a.Id == hostId)
        let day = host.ActiveTo <= asOf ? host.ActiveTo!.Value.AddDays(-1) : asOf
        let seen = history.On(day)
        where seen is not null && seen.EndsOn >= _year.FirstDay && seen.Told.HostIds.Contains(hostId)
        select (seen, hostId);

    private async Task<List<ConversationCount>> ConversationsAsync(
        List<EventHistory> changed,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (_year.FirstDay, _year.LastDay);
        var flat =
            from c in Begun(changed)
            join result in db.ProblemSolvingOutcomes on c.EventId equals result.EventId into results
            from result in results.DefaultIfEmpty()
            select new
            {
                c.AgencyId,
                c.EventId,
                // Taking a month out of a date is what costs: of most events once, of those of one day.
                From = c.StartsOn <= first ? first.Month : c.StartsOn.Month,
                To = c.EndsOn == c.StartsOn ? 0
                : c.EndsOn >= last ? last.Month
                : c.EndsOn.Month,
                c.Medium,
                IsProblemSolving = c.Format == EventFormat.ProblemSolvingDay,
                IsHeld = c.Status == EventStatus.Held || (result != null && c.EndsOn <= asOf),
                c.Attendance,
            };
        var counts = await flat.GroupBy(c => new
            {
                c.AgencyId,
                c.From,
                c.To,
                c.Medium,
                c.IsProblemSolving,
                c.IsHeld,
            })
            .Select(same => new
            {
                same.Key,
                Count = same.Count(),
                Attended = same.Count(c => c.Attendance != null),
                Attendance = same.Sum(c => (long?)c.Attendance) ?? 0,
                // PostgreSQL orders ids, and has no least one.
                EventId = same.Min(c => c.EventId.ToString()),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts.Select(c => new ConversationCount
            {
                AgencyId = c.Key.AgencyId,
                From = new(_year.Number, c.Key.From),
                To = new(_year.Number, c.Key.To == 0 ? c.Key.From : c.Key.To),
                Medium = c.Key.Medium,
                IsProblemSolving = c.Key.IsProblemSolving,
                IsHeld = c.Key.IsHeld,
                Count = c.Count,
                Attended = c.Attended,
                Attendance = c.Attendance,
                EventId = Guid.Parse(c.EventId!),
            }),
        ];
    }

    private Task<List<ConversationPlace>> PlacesAsync(
        List<EventHistory> changed,
        CancellationToken cancellationToken
    ) =>
        Begun(changed)
            .GroupBy(c => new
            {
                c.AgencyId,
                c.PlaceKind,
                c.State,
            })
            .Select(same => new ConversationPlace(same.Key.AgencyId, same.Key.PlaceKind, same.Key.State, same.Count()))
            .ToListAsync(cancellationToken);

    // A joint event counts for each agency that holds it. Most are not joint, and are found without looking their hosts
    // up.
    private IQueryable<Begin> Begun(List<EventHistory> changed)
    {
        // No event is stored as UNCONFIRMED: that alternative keeps SQLite from looking up by the index, one by one,
        // most of what there is.
        var events = db.Events.Where(e =>
            (e.StartsOn <= asOf || e.Status == EventStatus.Unconfirmed)
            && e.EndsOn >= _year.FirstDay
            && (
                e.Status == EventStatus.Planned
                || e.Status == EventStatus.Held
                || (e.Status == EventStatus.Postponed && e.PostponedFrom != null)
            )
        );
        Guid[] apart = [.. changed.Select(e => e.EventId)];
        if (apart is not [])
            events = events.Where(e => !EF.Parameter(apart).Contains(e.Id));

        var joint = db.EventHosts.GroupBy(h => h.EventId).Where(hosts => hosts.Count() > 1).Select(hosts => hosts.Key);
        var all = events
            .Select(e => new Begin
            {
                AgencyId = e.AgencyId,
                EventId = e.Id,
                StartsOn = e.StartsOn,
                EndsOn = e.EndsOn,
                Medium = e.Medium,
                Format = e.Format,
                Status = e.Status,
                Attendance = e.Attendance,
                PlaceKind = e.PlaceKind,
                State = e.State,
            })
            .Concat(
                from h in db.EventHosts.Where(h => joint.Contains(h.EventId))
                join e in events on h.EventId equals e.Id
                where h.AgencyId != e.AgencyId
                select new Begin
                {
                    AgencyId = h.AgencyId,
                    EventId = e.Id,
                    StartsOn = e.StartsOn,
                    EndsOn = e.EndsOn,
                    Medium = e.Medium,
                    Format = e.Format,
                    Status = e.Status,
                    Attendance = e.Attendance,
                    PlaceKind = e.PlaceKind,
                    State = e.State,
                }
            );
        return judged is null ? all : all.Where(c => EF.Parameter(judged).Contains(c.AgencyId));
    }

    private sealed class Begin
    {
        public Guid AgencyId { get; init; }
        public Guid EventId { get; init; }
        public DateOnly StartsOn { get; init; }
        public DateOnly EndsOn { get; init; }
        public Medium Medium { get; init; }
        public EventFormat Format { get; init; }
        public EventStatus Status { get; init; }
        public int? Attendance { get; init; }
        public PlaceKind PlaceKind { get; init; }
        public StateCode? State { get; init; }
    }

    private async Task<List<FindingCount>> FindingsAsync(CancellationToken cancellationToken)
    {
        var counts = await Own(db.Findings)
            .Where(f =>
                f.FoundOn >= _year.FirstDay
                && f.FoundOn <= asOf
                && (f.Agency.ActiveTo == null || f.FoundOn < f.Agency.ActiveTo)
            )
            .Select(f => new
            {
                f.AgencyId,
                f.About,
                f.Id,
                IsIdle = !db.FindingActions.Any(a =>
                    a.FindingId == f.Id
                    && a.TakenOn <= asOf
                    && (f.Agency.ActiveTo == null || a.TakenOn < f.Agency.ActiveTo)
                ),
            })
            .GroupBy(f => new { f.AgencyId, f.About })
            .Select(same => new
            {
                same.Key,
                Count = same.Count(),
                Idle = same.Count(f => f.IsIdle),
                FindingId = same.Min(f => f.Id.ToString()),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts.Select(c => new FindingCount(
                c.Key.AgencyId,
                c.Key.About,
                c.Count,
                c.Idle,
                Guid.Parse(c.FindingId!)
            )),
        ];
    }

    private async Task<List<ComplaintMonth>> ComplaintMonthsAsync(CancellationToken cancellationToken)
    {
        var (first, last) = (_year.FirstMonth, ReportMonth.Of(asOf));
        var months = await Own(db.ComplaintMetrics)
            .Where(m => m.IsCurrent && m.Month >= first && m.Month <= last)
            .GroupBy(m => new { m.AgencyId, m.Month })
            .Select(same => new
            {
                same.Key.AgencyId,
                same.Key.Month,
                MetricId = same.Min(m => m.Id.ToString()),
            })
            .ToListAsync(cancellationToken);
        return [.. months.Select(m => new ComplaintMonth(m.AgencyId, m.Month, Guid.Parse(m.MetricId!)))];
    }

    // One statement for all that is few.
    private Task<List<Dated>> DatedAsync(CancellationToken cancellationToken)
    {
        var (first, last) = (
            _year.FirstMonth,
            asOf == ReportMonth.Of(asOf).LastDay ? ReportMonth.Of(asOf) : ReportMonth.Of(asOf).Previous
        );
        var processes = Own(db.ComplaintProcesses)
            .Select(p => new Dated
            {
                Kind = (int)DatedKind.Process,
                AgencyId = p.AgencyId,
                Id = p.Id,
                ParentId = p.AgencyId,
                On = p.InPlaceOn,
                Until = p.ReplacedOn,
                Number = p.Channels.Count,
                Citations = 0,
                Grade = 0,
            });
        var analyses = Own(db.Analyses)
            .Where(a => a.ConductedOn >= _year.FirstDay && a.ConductedOn <= asOf)
            .Select(a => new Dated
            {
                Kind = (int)DatedKind.Analysis,
                AgencyId = a.AgencyId,
                Id = a.Id,
                ParentId = a.AgencyId,
                On = a.ConductedOn,
                Until = a.ConductedOn,
                Number = 0,
                Citations = 0,
                Grade = 0,
            });
        var surveys = Own(db.Surveys)
            .Where(s => s.ConductedTo >= _year.FirstDay && s.ConductedTo <= asOf)
            .Select(s => new Dated
            {
                Kind = (int)DatedKind.Survey,
                AgencyId = s.AgencyId,
                Id = s.Id,
                ParentId = s.AgencyId,
                On = s.ConductedTo,
                Until = s.ConductedTo,
                Number = (int)s.Kind,
                Citations = 0,
                Grade = 0,
            });
        var studies = Own(db.BenchmarkStudies)
            .Where(s => s.ConductedOn >= _year.FirstDay && s.ConductedOn <= asOf)
            .Select(s => new Dated
            {
                Kind = (int)DatedKind.Study,
                AgencyId = s.AgencyId,
                Id = s.Id,
                ParentId = s.AgencyId,
                On = s.ConductedOn,
                Until = s.ConductedOn,
                Number = 0,
                Citations = 0,
                Grade = 0,
            });
        var problems = Own(db.SystemicProblems)
            .Where(p => p.FoundOn <= asOf)
            .Select(p => new Dated
            {
                Kind = (int)DatedKind.Problem,
                AgencyId = p.AgencyId,
                Id = p.Id,
                ParentId = p.AgencyId,
                On = p.FoundOn,
                Until = p.FoundOn,
                Number = 0,
                Citations = 0,
                Grade = 0,
            });
        var changes = db
            .ProcessChanges.Where(c => judged == null || judged.Contains(c.Problem.AgencyId))
            .Select(c => new Dated
            {
                Kind = (int)DatedKind.Change,
                AgencyId = c.Problem.AgencyId,
                Id = c.Id,
                ParentId = c.ProblemId,
                On = c.EffectiveOn,
                Until = c.MeasuredOn,
                Number = 0,
                Citations = 0,
                Grade = 0,
            });
        var standards = Own(db.ServiceStandards)
            .Where(s => s.EffectiveFrom <= asOf)
            .Select(s => new Dated
            {
                Kind = (int)DatedKind.Standard,
                AgencyId = s.AgencyId,
                Id = s.Id,
                ParentId = s.AgencyId,
                On = s.EffectiveFrom,
                Until = s.WithdrawnOn,
                Number = db.Measurements.Count(m => m.StandardId == s.Id && m.ToMonth >= first && m.ToMonth <= last),
                Citations = 0,
                Grade = 0,
            });
        var reports = Own(db.AnnualReports)
            .Where(r => r.PublishedOn >= _year.FirstDay && r.PublishedOn <= asOf)
            .Select(r => new Dated
            {
                Kind = (int)DatedKind.AnnualReport,
                AgencyId = r.AgencyId,
                Id = r.Id,
                ParentId = r.AgencyId,
                On = r.PublishedOn!.Value,
                Until = r.PublishedOn,
                Number = (r.Year * 10) + (int)r.YearBasis,
                Citations = db.PlanCitations.Count(c => c.AnnualReportId == r.Id),
                Grade = r.PlainLanguage.Words == 0 ? -100 : r.PlainLanguage.Grade,
            });
        return processes
            .Concat(analyses)
            .Concat(surveys)
            .Concat(studies)
            .Concat(problems)
            .Concat(changes)
            .Concat(standards)
            .Concat(reports)
            .ToListAsync(cancellationToken);
    }

    private IQueryable<T> Own<T>(IQueryable<T> records)
        where T : class, IAgencyRecord => judged is null ? records : records.Where(In<T>(judged));

    // Who speaks for an agency, and whether that one reports, decides on the agency as well.
    private IQueryable<T> Above<T>(IQueryable<T> records)
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

    private enum DatedKind
    {
        Process = 1,
        Analysis,
        Survey,
        Study,
        Problem,
        Change,
        Standard,
        AnnualReport,
    }

    private sealed class Dated
    {
        public int Kind { get; init; }
        public Guid AgencyId { get; init; }
        public Guid Id { get; init; }
        public Guid ParentId { get; init; }
        public DateOnly On { get; init; }
        public DateOnly? Until { get; init; }
        public int Number { get; init; }
        public int Citations { get; init; }
        public double Grade { get; init; }
    }
}
