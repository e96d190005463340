namespace Cwa.Model;

/// <summary>
/// How agencies stand on every requirement of the memorandum on one day. It is computed when it is asked for, and never
/// stored.
/// </summary>
public sealed record Scorecard
{
    private Scorecard() { }

    /// <summary>The Washington day at whose end the agencies are judged.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>
    /// The calendar year that it covers, that of the day; 1998 begins with the memorandum on 3 March.
    /// </summary>
    public required int Year { get; init; }

    /// <summary>Everything stored by this instant is in it.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>What the memorandum says about judicial review, whole and in its own words.</summary>
    public string JudicialReview { get; } = Directive.ConversationsWithAmerica.JudicialReview;

    /// <summary>All of the agencies together.</summary>
    public required Rollup Government { get; init; }

    /// <summary>Every agency at the top with its components, those of them that are on the scorecard.</summary>
    public required IReadOnlyList<DepartmentRollup> Departments { get; init; }

    /// <summary>The agencies that were active on a day of the year until this one.</summary>
    public required IReadOnlyList<AgencyScorecard> Agencies { get; init; }

    /// <summary>Judges these agencies, in their order, by facts that hold the agencies above them too.</summary>
    public static Scorecard Of(ScorecardFacts facts, IEnumerable<Agency> agencies)
    {
        var judge = new ScorecardJudge(facts);
        var all = facts.Agencies.ToDictionary(a => a.Id);
        var year = ScorecardYear.Of(facts.AsOf);
        List<AgencyScorecard> judged = [.. agencies.Where(IsJudged).Select(judge.Of)];
        return new()
        {
            AsOf = facts.AsOf,
            Year = year.Number,
            DataAsOf = facts.DataAsOf,
            Government = Rollup.Of(judged),
            Departments =
            [
                .. judged
                    .GroupBy(a => Top(a.Agency))
                    .Select(d => new DepartmentRollup(d.Key, Rollup.Of([.. d])))
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
/// <param name="Rollup">How many of them stand how.</param>
public sealed record DepartmentRollup(Agency Agency, Rollup Rollup)
{
    /// <summary>The agency at the top.</summary>
    public Agency Agency { get; } = Agency;

    /// <summary>How many of them stand how.</summary>
    public Rollup Rollup { get; } = Rollup;
}
