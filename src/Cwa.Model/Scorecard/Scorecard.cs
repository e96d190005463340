namespace Cwa.Model;

/// <summary>
/// How agencies stand on every requirement of the memorandum on one day. It is computed on request and never stored.
/// </summary>
public sealed record Scorecard
{
    private Scorecard() { }

    /// <summary>The Washington day at whose end the agencies are judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>
    /// The calendar year of `asOf`, which the scorecard covers. 1998 begins with the memorandum, 3 March.
    /// </summary>
    public required int Year { get; init; }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>What the memorandum says about judicial review, whole and in its own words.</summary>
    public string JudicialReview { get; } = Directive.ConversationsWithAmerica.JudicialReview;

    /// <summary>All agencies, counted together.</summary>
    public required Rollup Government { get; init; }

    /// <summary>Each agency at the top, counted together with its components that are on the scorecard.</summary>
    public required IReadOnlyList<DepartmentRollup> Departments { get; init; }

    /// <summary>The agencies that were active on any day of the year up to `asOf`.</summary>
    public required IReadOnlyList<AgencyScorecard> Agencies { get; init; }

    /// <summary>Judges the agencies in their order. The facts must include the agencies above them.</summary>
    public static Scorecard Of(ScorecardFacts facts, IEnumerable<Agency> agencies)
    {
        var judge = new ScorecardJudge(facts);
        var all = facts.Agencies.ToDictionary(a => a.Id);
        var year = ScorecardYear.Of(facts.AsOf);
        var rules = ScorecardRules.On(facts.AsOf);
        List<AgencyScorecard> judged = [.. agencies.Where(IsJudged).Select(judge.Of)];
        return new()
        {
            AsOf = facts.AsOf,
            Year = year.Number,
            DataAsOf = facts.DataAsOf,
            Government = Rollup.Of(judged, rules, facts.AsOf),
            Departments =
            [
                .. judged
                    .GroupBy(a => Top(a.Agency))
                    .Select(d => new DepartmentRollup(d.Key, Rollup.Of([.. d], rules, facts.AsOf)))
                    .OrderBy(d => d.Agency.Name, StringComparer.Ordinal),
            ],
            Agencies = judged,
        };

        bool IsJudged(Agency agency) => agency.ActiveFrom <= facts.AsOf && !(agency.ActiveTo <= year.FirstDay);

        Agency Top(Agency agency)
        {
            while (agency.ParentId is { } above)
                agency = all[above];
            return agency;
        }
    }
}

/// <summary>An agency at the top with its components, counted together.</summary>
/// <param name="Agency">The agency at the top.</param>
/// <param name="Rollup">How many of them have each status.</param>
public sealed record DepartmentRollup(Agency Agency, Rollup Rollup)
{
    /// <summary>The agency at the top.</summary>
    public Agency Agency { get; } = Agency;

    /// <summary>How many of them have each status.</summary>
    public Rollup Rollup { get; } = Rollup;
}
