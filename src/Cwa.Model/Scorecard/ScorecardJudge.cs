namespace Cwa.Model;

/// <summary>Judges agencies by the rules and the facts.</summary>
internal sealed class ScorecardJudge(ScorecardFacts facts)
{
    private readonly ScorecardIndex _index = new(facts);
    private readonly Dictionary<(Guid AgencyId, ScorecardRule Rule), (Judgement Judgement, bool? Holds)> _judged = [];

    public AgencyScorecard Of(Agency agency)
    {
        var judged = new JudgedAgency(agency, _index);
        return new()
        {
            Agency = agency,
            AsOf = facts.AsOf,
            DataAsOf = facts.DataAsOf,
            JudgedOn = judged.Day,
            Cells = [.. ScorecardRules.On(judged.Day).Select(rule => CellOf(judged, rule))],
            ExecutiveOrderActions = [.. ExecutiveOrderRules.All.Select(rule => CellOf(judged, rule))],
        };
    }

    private ScorecardCell CellOf(JudgedAgency agency, ScorecardRule rule)
    {
        var (judgement, holds) = Judge(agency, rule);
        var isDirected = agency.Agency.Directive == DirectiveStanding.Directed;
        return new()
        {
            Requirement = rule.Requirement,
            Status =
                isDirected || judgement.Status == ScorecardStatus.NotMeasurable ? judgement.Status
                : holds == true || judgement.IsOnTrack ? ScorecardStatus.VoluntaryMet
                : ScorecardStatus.VoluntaryNotReported,
            CountsAsMet = isDirected ? holds : null,
            Reason =
                agency.Day == facts.AsOf
                    ? judgement.Reason
                    : $"{judgement.Reason[..^1]}; judged on {Words.Day(agency.Day)}, its last day.",
            Value = judgement.Figure?.Value,
            Unit = judgement.Figure?.Unit,
            InheritedFrom = judgement.From,
            Evidence = [.. judgement.Evidence.Distinct().Take(Evidence.Most)],
            EvidenceCount = judgement.EvidenceCount ?? judgement.Evidence.Distinct().Count(),
        };
    }

    private static ExecutiveOrderCell CellOf(JudgedAgency agency, ExecutiveOrderRule rule)
    {
        var (seen, found) = rule.Look(agency);
        var evidence = found.Distinct().ToList();
        return new()
        {
            Action = rule.Action,
            Seen = evidence is not [],
            Reason = evidence is [] ? rule.NotSeen : seen,
            Evidence = [.. evidence.Take(Evidence.Most)],
            EvidenceCount = evidence.Count,
        };
    }

    // An inherited requirement is met if the agency that speaks meets it. That agency is judged as if it were directed
    // too.
    private (Judgement Judgement, bool? Holds) Judge(JudgedAgency agency, ScorecardRule rule)
    {
        if (_judged.TryGetValue((agency.Agency.Id, rule), out var known))
            return known;

        var judgement = rule.Judge(agency);
        return _judged[(agency.Agency.Id, rule)] = (
            judgement,
            judgement.Status switch
            {
                ScorecardStatus.Met or ScorecardStatus.MetLate => true,
                ScorecardStatus.NotMet => false,
                ScorecardStatus.Inherited => Judge(new(judgement.From!, _index), rule).Holds,
                _ => null,
            }
        );
    }
}
