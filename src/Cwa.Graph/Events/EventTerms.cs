using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// What events can be filtered and ordered by. The public uses the same terms: what it may not read of an event is null
/// in its conditions and orders, too.
/// </summary>
public sealed class EventTerms : ListTerms<Event>
{
    /// <summary>By default, ordered by the first day.</summary>
    public EventTerms(DomainClock clock)
        : base(e => e.UpdatedAt)
    {
        Text(
            e => e.Title,
            e => e.TitleSearch,
            SearchText.Normalize,
            text =>
                TitleIndex.Knows(text)
                    ? FilterNode.Of("title in index", text, (Event e, string part) => TitleIndex.Contains(e, part))
                    : null
        );
        Value(e => e.StartsOn);
        Value(e => e.EndsOn);
        Choice(e => e.Medium);
        Choice(e => e.Format);
        Choice(e => e.PlaceKind);
        Choice(e => e.State);
        Code(e => e.City);
        Choice(e => e.Setting);
        Choice(e => e.Access);
        Choice(e => e.TopicScope);
        Value(e => e.ExpectedReach);
        Value(e => e.Attendance);
        Choice(
            "status",
            "The event's status today.",
            (Event e, DateOnly today) =>
                e.EndsOn < today
                && (e.Status == EventStatus.Planned || (e.Status == EventStatus.Postponed && e.PostponedFrom != null))
                    ? EventStatus.Unconfirmed
                    : e.Status,
            () => clock.Today
        );
        Choice(
            "outcomeMissing",
            "Whether the event took place, being HELD or over, and the agency has not said what it solved. Every "
                + "PROBLEM_SOLVING_DAY should say so, any other event may: give `format` as well.",
            TakingPlaceEvents.OutcomeMissing,
            () => clock.Today
        );
        WholeOnly("setting", "access", "topicScope", "expectedReach", "attendance", "outcomeMissing");
        Choice(
            "listedAs",
            "How an event that is open to the public is listed; null for any other event.",
            EventListings.Of
        );
        Value(
            "readabilityGrade",
            MeasuredText.GradeDescription,
            e => e.PlainLanguage.Words == 0 ? null : (double?)e.PlainLanguage.Grade
        );
        // A search through all descriptions reads every event. The database puts them in upper case.
#pragma warning disable CA1304, CA1311, CA1862
        Search(
            "text",
            "Words to look for in the title and the description. Each must be contained in one of them, in upper or "
                + "lower case.",
            SearchText.Normalize,
            (e, word) => e.TitleSearch!.Contains(word) || e.Description.ToUpper().Contains(word)
        );
#pragma warning restore CA1304, CA1311, CA1862
        Search(
            "language",
            "A language spoken at the event: a language tag such as `es`, or its English name.",
            Tag,
            (e, language) => e.Languages.Contains(language)
        );
        Record(e => e.Agency, "The agency that leads and reports the event.");
        List("hosts", e => e.Hosts.Select(h => h.Agency), "The agencies that hold the event together.");
        Sort(e => e.StartsOn);
        Sort(e => e.EndsOn);
        // Without an index: every event would be written into it, and few are ever asked for in this order.
        SortKnown(e => e.Attendance, wholeOnly: true);
        SortKnown(e => e.ExpectedReach, wholeOnly: true);
        Sort("readabilityGrade", MeasuredText.GradeOrderDescription, e => e.PlainLanguage.Grade);
        DefaultSort("startsOn");
    }

    private static string Tag(string language) =>
        LanguageTag.Understood(language) is var tag && LanguageTag.WhyNot(tag) is null ? LanguageTag.Of(tag) : language;
}

/// <summary>What the outcomes of problem-solving days and other events can be filtered and ordered by.</summary>
public sealed class ProblemSolvingOutcomeTerms : ListTerms<ProblemSolvingOutcome>
{
    /// <summary>By default, in the order in which they were recorded.</summary>
    public ProblemSolvingOutcomeTerms()
        : base(o => o.UpdatedAt)
    {
        Sort(o => o.RecordedAt);
        Value(o => o.CasesOpened);
        Value(o => o.CasesResolved);
        Record(o => o.Event, "The event at which problems were solved.");
        Sort(o => o.CasesOpened);
        Sort(o => o.CasesResolved);
        DefaultSort("recordedAt");
    }
}

/// <summary>What the outcomes of an event can be filtered and ordered by.</summary>
public sealed class EventOutcomeTerms : ListTerms<EventOutcome>
{
    /// <summary>In the order in which they were reported.</summary>
    public EventOutcomeTerms()
        : base(o => o.RecordedAt)
    {
        Choice(o => o.Status);
        Sort(o => o.At);
        DefaultSort("at");
    }
}
