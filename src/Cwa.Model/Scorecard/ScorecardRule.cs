namespace Cwa.Model;

/// <summary>The rule by which one requirement is judged over a span of days.</summary>
public sealed class ScorecardRule
{
    internal ScorecardRule(
        string requirementId,
        DateOnly effectiveFrom,
        Func<JudgedAgency, Judgement> judge,
        DateOnly? effectiveTo = null
    )
    {
        Requirement = Requirements.Find(requirementId)!;
        (EffectiveFrom, EffectiveTo, Judge) = (effectiveFrom, effectiveTo, judge);
    }

    /// <summary>What agencies are asked to do.</summary>
    public Requirement Requirement { get; }

    /// <summary>The first day that is judged by this rule.</summary>
    public DateOnly EffectiveFrom { get; }

    /// <summary>The last day that is judged by this rule; null while no other has taken its place.</summary>
    public DateOnly? EffectiveTo { get; }

    internal Func<JudgedAgency, Judgement> Judge { get; }

    /// <summary>Whether the day is judged by this rule.</summary>
    public bool IsInForceOn(DateOnly day) => EffectiveFrom <= day && !(EffectiveTo < day);
}
