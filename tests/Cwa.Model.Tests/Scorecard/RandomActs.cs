using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>Random things that agencies do in a year.</summary>
internal static class RandomActs
{
    private static readonly DateOnly First = new(1998, 3, 3),
        Last = new(1998, 12, 31);

    public static readonly Gen<DateOnly> Days = Gen.Int[0, Last.DayNumber - First.DayNumber].Select(First.AddDays);

    private static readonly Gen<DateTime> Instants = Gen.Select(
        Days,
        Gen.Int[0, 23],
        (day, hour) => Washington.At(day, new(hour, 30))
    );

    private static readonly Gen<Act> Acts = Gen.OneOf(
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Instants.Nullable(),
            Gen.Bool,
            Days.Nullable(),
            (who, on, told, covers, ended) =>
                new Act(
                    on,
                    c =>
                    {
                        var liaison = Samples.Liaison(
                            c.Agencies[who],
                            coverage: covers ? Coverage.SelfAndComponents : Coverage.Self,
                            designatedOn: on,
                            reportedAt: told
                        );
                        if (ended >= on)
                            liaison.End(ended.Value);
                        c.Liaisons.Add(liaison);
                    }
                )
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Gen.Int[3, 12],
            Instants,
            Gen.Int[0, 40],
            Gen.Int[0, 2],
            (who, month, at, days, decision) =>
                new Act(
                    Washington.DateOf(at),
                    c =>
                    {
                        var agency = c.Agencies[who];
                        var revision = c.Reports.Count(r => r.AgencyId == agency.Id && r.Month.Month == month) + 1;
                        c.Reports.Add(
                            new()
                            {
                                Id = Guid.CreateVersion7(),
                                AgencyId = agency.Id,
                                Month = new(1998, month),
                                Revision = revision,
                                SubmittedAt = at,
                                DecidedAt = decision == 0 ? null : at.AddDays(days),
                                Returned = decision == 2,
                            }
                        );
                    }
                )
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Gen.Int[0, 40],
            Gen.Bool,
            Gen.Enum<EventStatus>().Where(s => s is not (EventStatus.Unconfirmed or EventStatus.Planned)).Nullable(),
            Instants,
            (who, on, length, solves, became, at) =>
                new Act(
                    on,
                    c =>
                        c.Holds(
                            c.Agencies[who],
                            $"{on:O}",
                            $"{on.AddDays(length):O}",
                            solves ? EventFormat.ProblemSolvingDay : EventFormat.TownHall,
                            with: c.Agencies[0],
                            // A future event cannot be confirmed.
                            said: became is { } status && (status != EventStatus.Held || Washington.DateOf(at) >= on)
                                ? [new(at, status)]
                                : []
                        )
                )
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Gen.Enum<FindingAbout>(),
            (who, on, about) => new Act(on, c => c.Findings.Add((c.Agencies[who].Id, about, on, null)))
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Gen.Int[0, 90].Nullable(),
            (who, on, length) =>
                new Act(
                    on,
                    c => c.Runs(c.Agencies[who], $"{on:O}", length is { } days ? $"{on.AddDays(days):O}" : null)
                )
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Gen.Enum<RecordKind>(),
            (who, on, kind) => new Act(on, c => c.Records.Add(new(c.Agencies[who].Id, Guid.CreateVersion7(), kind, on)))
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            (who, on) => new Act(on, c => c.Processes.Add(new(c.Agencies[who].Id, Guid.CreateVersion7(), on, 1)))
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Gen.Int[3, 12],
            (who, month) =>
                new Act(new ReportMonth(1998, month).LastDay, c => c.GivesFigures(c.Agencies[who], month, month))
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Days,
            Days.Nullable(),
            (who, on, changed, measured) =>
                new Act(
                    on,
                    c =>
                        c.Problems.Add(
                            new(
                                c.Agencies[who].Id,
                                Guid.CreateVersion7(),
                                on,
                                changed < on
                                    ? []
                                    : [new(Guid.CreateVersion7(), changed, measured >= changed ? measured : null)]
                            )
                        )
                )
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Gen.Int[3, 12].Nullable(),
            (who, on, month) =>
                new Act(
                    on,
                    c =>
                        c.Standards.Add(
                            (
                                c.Agencies[who].Id,
                                Guid.CreateVersion7(),
                                on,
                                null,
                                month is { } m && new ReportMonth(1998, m).LastDay >= on
                                    ? new ReportMonth(1998, m)
                                    : null
                            )
                        )
                )
        ),
        Gen.Select(
            Gen.Int[0, 5],
            Days,
            Gen.Bool,
            (who, on, cites) =>
                new Act(
                    on,
                    c =>
                        c.AnnualReports.Add(
                            new(c.Agencies[who].Id, Guid.CreateVersion7(), new(1997, YearBasis.Fiscal), on, cites)
                        )
                )
        )
    );

    // A department with two levels below it, an agency that is founded and one that is dissolved within the year, and a
    // requested one.
    public static readonly Gen<Act[]> Years = Acts.Array[0, 60];

    public static Case CaseOf(IEnumerable<Act> acts)
    {
        var happened = new Case();
        var department = happened.Has("DOC");
        var administration = happened.Has("NOAA", department);
        happened.Has("NWS", administration);
        happened.Has("FRB", directive: DirectiveStanding.Requested);
        happened.Has("NEW", began: "1998-07-01");
        happened.Has("OLD", ended: "1998-09-01");
        foreach (var act in acts)
            act.Do(happened);
        return happened;
    }

    /// <summary>A step on a day, which may have effects on later days.</summary>
    public sealed record Act(DateOnly On, Action<Case> Do);
}
