namespace Cwa.Model;

/// <summary>The rule by which one requirement is judged over a span of days.</summary>
public sealed class ScorecardRule
{
    internal ScorecardRule(
        string requirementId,
        DateOnly effectiveFrom,
        Func<JudgedAgency, Judgement> judge,
        DateOnly? effectiveTo = null,
        bool throughoutTheYear = false
    )
    {
        Requirement = Requirements.Find(requirementId)!;
        (EffectiveFrom, EffectiveTo, Judge) = (effectiveFrom, effectiveTo, judge);
        IsThroughoutTheYear = throughoutTheYear;
    }

    /// <summary>What agencies are asked to do.</summary>
    public Requirement Requirement { get; }

    /// <summary>The first day that is judged by this rule.</summary>
    public DateOnly EffectiveFrom { get; }

    /// <summary>The last day that is judged by this rule; null while no other has taken its place.</summary>
    public DateOnly? EffectiveTo { get; }

    internal Func<JudgedAgency, Judgement> Judge { get; }

    // Later facts of the year can undo what was done, so the duty is met on the year's last day at the earliest.
    private bool IsThroughoutTheYear { get; }

    /// <summary>Whether an agency can be MET by the end of the day.</summary>
    internal bool CanBeMetOn(DateOnly day) => !IsThroughoutTheYear || day >= ScorecardYear.Of(day).LastDay;

    /// <summary>Whether the day is judged by this rule.</summary>
    public bool IsInForceOn(DateOnly day) => EffectiveFrom <= day && !(EffectiveTo < day);
}
