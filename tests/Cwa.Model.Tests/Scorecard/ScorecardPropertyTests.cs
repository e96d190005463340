using CsCheck;
using static Cwa.Model.Tests.RandomActs;

namespace Cwa.Model.Tests;

/// <summary>Properties of the scorecard in any year, whatever was done.</summary>
public sealed class ScorecardPropertyTests
{
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
                                r => r.Undecided,
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
                        Assert.True(government.CanBeMet || government is { CountAsMet: 0, Rate: null });
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
}
