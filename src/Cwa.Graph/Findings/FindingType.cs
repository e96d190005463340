using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>Something learned from customers.</summary>
[SignedIn]
public sealed class FindingType() : NodeType<Finding>(f => f.AgencyId, f => f.EventId, f => f.SurveyId)
{
    /// <summary>The agency that learned it.</summary>
    public static IDataLoaderResult<Agency> Agency(Finding finding, ById<Agency> agencies) => agencies.Load(finding.AgencyId);

    /// <summary>The conversation it was learned at; null when it comes from a survey.</summary>
    public static IDataLoaderResult<Event?>? Event(Finding finding, ById<Event> events) =>
        events.Find(finding.EventId);

    /// <summary>The survey it was learned from; null when it comes from a conversation.</summary>
    public static IDataLoaderResult<Survey?>? Survey(Finding finding, ById<Survey> surveys) =>
        surveys.Find(finding.SurveyId);

    /// <summary>What was done about it (action 5), at most 50; empty when nothing was yet.</summary>
    [ListSize(50)]
    public static IDataLoaderResult<IReadOnlyList<FindingAction>> Actions(Finding finding, Children<FindingAction> actions) =>
        actions.Load(finding.Id, a => a.FindingId, a => a.TakenOn);
}

/// <summary>What was done about a finding.</summary>
[SignedIn]
public sealed class FindingActionType() : NodeType<FindingAction>(a => a.FindingId)
{
    /// <summary>The finding it answers.</summary>
    public static IDataLoaderResult<Finding?>? Finding(FindingAction action, ById<Finding> findings) => findings.Find(action.FindingId);

    /// <summary>What changed for customers, at most 50; empty when nothing is known yet.</summary>
    [ListSize(50)]
    public static IDataLoaderResult<IReadOnlyList<FindingOutcome>> Outcomes(FindingAction action, Children<FindingOutcome> outcomes) =>
        outcomes.Load(action.Id, o => o.ActionId, o => o.ObservedOn);
}

/// <summary>What an action changed for customers.</summary>
[SignedIn]
public sealed class FindingOutcomeType() : NodeType<FindingOutcome>(o => o.ActionId)
{
    /// <summary>The action that brought it about.</summary>
    public static IDataLoaderResult<FindingAction?>? Action(FindingOutcome outcome, ById<FindingAction> actions) => actions.Find(outcome.ActionId);
}

/// <summary>What findings can be filtered and ordered by.</summary>
public sealed class FindingTerms : ListTerms<Finding>
{
    /// <summary>By the day they were found, unless told otherwise.</summary>
    public FindingTerms()
    {
        Choice(f => f.About);
        Value(f => f.FoundOn);
        Record(f => f.Agency, "The agency that learned it.");
        Sort(f => f.FoundOn);
        DefaultSort("foundOn");
    }
}
