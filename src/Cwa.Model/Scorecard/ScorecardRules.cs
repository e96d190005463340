namespace Cwa.Model;

/// <summary>The table of rules by which agencies are judged, requirement by requirement.</summary>
/// <remarks>
/// A rule that is changed gets a last day, and its successor a line of its own, so that past days are judged as before.
/// </remarks>
public static class ScorecardRules
{
    private static readonly DateOnly Memorandum = Agency.DirectiveDay;

    /// <summary>Every rule there is or was, in the memorandum's order.</summary>
    public static IReadOnlyList<ScorecardRule> All { get; } =
    [
        new("CWA-1.1", Memorandum, ConversationRules.ThroughoutTheYear, throughoutTheYear: true),
        new("CWA-2.1", Memorandum, LiaisonRules.Designated),
        new("CWA-2.2", Memorandum, LiaisonRules.Told),
        new("CWA-2.3", Memorandum, ReportRules.EveryMonth),
        new("CWA-3.1", Memorandum, ConversationRules.Reach),
        new("CWA-3.2", Memorandum, ConversationRules.Media),
        new("CWA-3.3", Memorandum, ConversationRules.Places),
        new("CWA-4.1", Memorandum, ComplaintRules.ProcessInPlace),
        new("CWA-4.2", Memorandum, ConversationRules.ProblemSolving),
        new("CWA-4.3", Memorandum, ComplaintRules.TrackedAndAnalyzed, throughoutTheYear: true),
        new("CWA-4.4", Memorandum, ComplaintRules.Solved, throughoutTheYear: true),
        new("CWA-5.1", Memorandum, ResultRules.Measured, throughoutTheYear: true),
        new("CWA-5.2", Memorandum, ResultRules.Integrated, throughoutTheYear: true),
        new("CWA-6.1", Memorandum, ResultRules.Reported),
        new("CWA-6.2", Memorandum, ResultRules.Continued),
    ];

    /// <summary>The rules by which a day is judged: one for each requirement.</summary>
    public static IReadOnlyList<ScorecardRule> On(DateOnly day) => [.. All.Where(rule => rule.IsInForceOn(day))];
}
