using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>Something learned from customers.</summary>
[SignedIn]
public sealed class FindingType()
    : NodeType<Finding>(
        f => f.AgencyId,
        f => f.OwnThemeId,
        f => f.EventId,
        f => f.SurveyId,
        f => f.ProgramId,
        f => f.CurrentId
    )
{
    /// <summary>The agency that learned it.</summary>
    public static IDataLoaderResult<Agency> Agency(Finding finding, ById<Agency> agencies) =>
        agencies.Load(finding.AgencyId);

    /// <summary>The agency's own theme under the common one; null if it tells none apart.</summary>
    public static IDataLoaderResult<AgencyTheme?>? OwnTheme(Finding finding, ById<AgencyTheme> themes) =>
        themes.Find(finding.OwnThemeId);

    /// <summary>The conversation at which it was learned; null if it comes from elsewhere.</summary>
    public static IDataLoaderResult<Event?>? Event(Finding finding, ById<Event> events) => events.Find(finding.EventId);

    /// <summary>The survey from which it was learned; null if it comes from elsewhere.</summary>
    public static IDataLoaderResult<Survey?>? Survey(Finding finding, ById<Survey> surveys) =>
        surveys.Find(finding.SurveyId);

    /// <summary>The program in which it was learned; null if it comes from elsewhere.</summary>
    public static IDataLoaderResult<Cwa.Model.Program?>? Program(Finding finding, ById<Cwa.Model.Program> programs) =>
        programs.Find(finding.ProgramId);

    /// <summary>What was done about it (action 5); empty if nothing was done yet.</summary>
    public static IDataLoaderResult<Connection<FindingAction>> Actions(Finding finding, Page<FindingAction> page) =>
        page.Of(finding.Id, a => a.FindingId);

    /// <summary>
    /// Days from the finding to the first action on it; null while there is none. Negative if that action is dated
    /// before the finding.
    /// </summary>
    public static IDataLoaderResult<int?> DaysToAction(Finding finding, DaysToActionByFinding days) =>
        days.Load(finding.Id);

    /// <summary>The plans and reports required by law in which it is used (action 5).</summary>
    public static IDataLoaderResult<Connection<PlanCitation>> PlanCitations(Finding finding, Page<PlanCitation> page) =>
        page.Where("is by a finding", c => c.FindingId != null).Of(finding.Id, c => c.FindingId!.Value);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<Finding>> Earlier(Finding record, EarlierVersions<Finding> earlier) =>
        earlier.Load(record.Id);
}

/// <summary>What was done about a finding.</summary>
[SignedIn]
public sealed class FindingActionType() : NodeType<FindingAction>(a => a.FindingId, a => a.CurrentId)
{
    /// <summary>The finding that it answers.</summary>
    public static IDataLoaderResult<Finding?>? Finding(FindingAction action, ById<Finding> findings) =>
        findings.Find(action.FindingId);

    /// <summary>
    /// Days from the action to its first outcome; null while there is none. Negative if that outcome is dated before
    /// the action.
    /// </summary>
    public static IDataLoaderResult<int?> DaysToOutcome(FindingAction action, DaysToOutcomeByAction days) =>
        days.Load(action.Id);

    /// <summary>What changed for customers; empty while nothing is known.</summary>
    public static IDataLoaderResult<Connection<FindingOutcome>> Outcomes(
        FindingAction action,
        Page<FindingOutcome> page
    ) => page.Of(action.Id, o => o.ActionId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<FindingAction>> Earlier(
        FindingAction record,
        EarlierVersions<FindingAction> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What an action changed for customers.</summary>
[SignedIn]
public sealed class FindingOutcomeType() : NodeType<FindingOutcome>(o => o.ActionId, o => o.CurrentId)
{
    /// <summary>The action that brought it about.</summary>
    public static IDataLoaderResult<FindingAction?>? Action(FindingOutcome outcome, ById<FindingAction> actions) =>
        actions.Find(outcome.ActionId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<FindingOutcome>> Earlier(
        FindingOutcome record,
        EarlierVersions<FindingOutcome> earlier
    ) => earlier.Load(record.Id);
}

/// <summary>What findings can be filtered and ordered by.</summary>
public sealed class FindingTerms : ListTerms<Finding>
{
    /// <summary>By default, ordered by the day they were found.</summary>
    public FindingTerms()
        : base(f => f.UpdatedAt)
    {
        Sort(f => f.RecordedAt);
        Choice(f => f.About);
        Choice(f => f.Theme);
        Choice(f => f.CustomerGroup);
        Value(f => f.People);
        Value(f => f.FoundOn);
        // A search through all findings reads each of them. The database puts them in upper case.
#pragma warning disable CA1304, CA1311, CA1862
        Search(
            "text",
            "Words to look for in what was heard. Each must be contained in it, in upper or lower case.",
            SearchText.Normalize,
            (f, word) => f.Text.ToUpper().Contains(word)
        );
#pragma warning restore CA1304, CA1311, CA1862
        Record(f => f.Agency, "The agency that learned it.");
        Record(f => f.OwnTheme, "The agency's own theme under the common one.");
        Record(f => f.Event, "The conversation at which it was learned.");
        Record(f => f.Survey, "The survey from which it was learned.");
        Record(f => f.Program, "The program in which it was learned.");
        List("actions", f => f.Actions, "What was done about it; `any: false` finds those without an action.");
        Sort(f => f.FoundOn);
        SortKnown(f => f.People);
        DefaultSort("foundOn");
    }
}

/// <summary>What actions can be filtered and ordered by.</summary>
public sealed class FindingActionTerms : ListTerms<FindingAction>
{
    /// <summary>By the day they were taken.</summary>
    public FindingActionTerms()
        : base(a => a.UpdatedAt)
    {
        Sort(a => a.RecordedAt);
        Value(a => a.TakenOn);
        List(
            "outcomes",
            a => a.Outcomes,
            "What it changed for customers; `any: false` finds those without a known outcome."
        );
        Sort(a => a.TakenOn);
        DefaultSort("takenOn");
    }
}

/// <summary>What outcomes can be filtered and ordered by.</summary>
public sealed class FindingOutcomeTerms : ListTerms<FindingOutcome>
{
    /// <summary>By the day they were observed.</summary>
    public FindingOutcomeTerms()
        : base(o => o.UpdatedAt)
    {
        Sort(o => o.RecordedAt);
        Value(o => o.ObservedOn);
        Sort(o => o.ObservedOn);
        DefaultSort("observedOn");
    }
}
