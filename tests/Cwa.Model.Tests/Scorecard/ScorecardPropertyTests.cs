using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>Properties of the scorecard in any year, whatever was done.</summary>
public sealed class ScorecardPropertyTests
{
    private static readonly DateOnly First = new(1998, 3, 3),
        Last = new(1998, 12, 31);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, Last.DayNumber - First.DayNumber].Select(First.AddDays);

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
    private static readonly Gen<Act[]> Years = Acts.Array[0, 60];

    [Fact]
    public void Within_a_year_a_requirement_that_was_met_never_becomes_pending() =>
        Gen.Select(Years, Days, Days)
            .Sample(
                (year, one, other) =>
                {
                    var happened = CaseOf(year);
                    var (earlier, later) = (
                        happened.On($"{(one < other ? one : other):O}"),
                        happened.On($"{(one < other ? other : one):O}")
                    );
                    foreach (var (before, after) in CellsOfBoth(earlier, later))
                        Assert.False(
                            before.Status is ScorecardStatus.Met or ScorecardStatus.MetLate
                                && after.Status == ScorecardStatus.Pending,
                            $"{before.Requirement.Key}: {before.Reason} → {after.Reason}"
                        );
                },
                iter: 300
            );

    [Fact]
    public void Within_a_year_a_requirement_that_was_not_met_never_becomes_pending() =>
        Gen.Select(Years, Days, Days)
            .Sample(
                (year, one, other) =>
                {
                    var happened = CaseOf(year);
                    var (earlier, later) = (
                        happened.On($"{(one < other ? one : other):O}"),
                        happened.On($"{(one < other ? other : one):O}")
                    );
                    foreach (var (before, after) in CellsOfBoth(earlier, later))
                        Assert.False(
                            before.Status == ScorecardStatus.NotMet && after.Status == ScorecardStatus.Pending,
                            $"{before.Requirement.Key}: {before.Reason} → {after.Reason}"
                        );
                },
                iter: 300
            );

    [Fact]
    public void A_scorecard_of_the_past_ignores_what_is_dated_later() =>
        Gen.Select(Years, Days)
            .Sample(
                (year, day) =>
                {
                    var whole = CaseOf(year).On($"{day:O}");
                    var known = CaseOf([.. year.Where(act => act.On <= day)]).On($"{day:O}");

                    Assert.Equal(Told(known), Told(whole));
                },
                iter: 300
            );

    [Fact]
    public void Totals_are_the_sums_of_their_parts() =>
        Gen.Select(Years, Days)
            .Sample(
                (year, day) =>
                {
                    var scorecard = CaseOf(year).On($"{day:O}");
                    foreach (var (index, government) in scorecard.Government.Requirements.Index())
                    {
                        var departments = scorecard
                            .Departments.Select(d =>
                                d.Rollup.Requirements.Single(r => r.Requirement == government.Requirement)
                            )
                            .ToList();
                        foreach (
                            var count in new Func<RequirementRollup, int>[]
                            {
                                r => r.Met,
                                r => r.MetLate,
                                r => r.NotMet,
                                r => r.Pending,
                                r => r.Inherited,
                                r => r.CountAsMet,
                                r => r.Decided,
                                r => r.VoluntaryMet,
                                r => r.VoluntaryNotReported,
                                r => r.NotMeasurable,
                            }
                        )
                            Assert.Equal(count(government), departments.Sum(count));

                        var (directed, requested) = (
                            scorecard.Government.DirectedAgencies,
                            scorecard.Government.RequestedAgencies
                        );
                        Assert.Equal(
                            directed + requested,
                            government.Met
                                + government.MetLate
                                + government.NotMet
                                + government.Pending
                                + government.Inherited
                                + government.VoluntaryMet
                                + government.VoluntaryNotReported
                                + government.NotMeasurable
                        );
                        Assert.InRange(government.Decided, 0, directed);
                        Assert.InRange(government.Rate ?? 0, 0, 1);
                        Assert.Equal(ScorecardRules.All[index].Requirement.Key, government.Requirement.Key);
                    }
                },
                iter: 200
            );

    private static IEnumerable<(ScorecardCell Before, ScorecardCell After)> CellsOfBoth(
        Scorecard earlier,
        Scorecard later
    ) =>
        from before in earlier.Agencies
        join after in later.Agencies on before.Agency.Abbreviation equals after.Agency.Abbreviation
        from pair in before.Cells.Zip(after.Cells)
        select pair;

    private static IEnumerable<string> Told(Scorecard scorecard) =>
        scorecard.Agencies.SelectMany(
            a =>
                a.Cells.Select(c =>
                    $"{a.Agency.Abbreviation} {c.Requirement.Key} {c.Status} {c.CountsAsMet} {c.Reason} "
                    + $"{c.EvidenceCount}"
                ),
            (_, told) => told
        );

    private static Case CaseOf(IEnumerable<Act> acts)
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
    private sealed record Act(DateOnly On, Action<Case> Do);
}
