using static Cwa.Model.Judgement;

namespace Cwa.Model;

/// <summary>Actions 1 and 3, and the conversations of action 4.</summary>
internal static class ConversationRules
{
    /// <summary>
    /// CWA-1.1. A month that ends without a conversation and without a running program is missed for good. That no
    /// month was missed is known once the year is over.
    /// </summary>
    public static Judgement ThroughoutTheYear(JudgedAgency agency)
    {
        var conversations = agency.Conversations.ToList();
        var programs = agency.Programs;
        var without = agency
            .MonthsOver.Where(m => !conversations.Exists(c => c.From <= m && m <= c.To))
            .Where(m => !programs.Any(p => p.RunsIn(m)))
            .ToList();
        var missing = new[] { FindingAbout.WantedServices, FindingAbout.Satisfaction }
            .Except(agency.Findings.Select(f => Question(f.About)))
            .Select(Named)
            .ToList();
        var found = agency.Findings.Select(f => Evidence.Of<Finding>(f.FindingId)).ToList();
        var held = conversations.OrderByDescending(c => c.From).Select(c => Evidence.Of<Event>(c.EventId)).ToList();
        var running = programs.Select(p => Evidence.Of<Program>(p.Id));
        var judgement =
            without is not []
                ? NotMet($"No conversation was held or planned, and no program ran, in {Words.Months(without)}.")
            : missing is not []
                ? Missing(
                    agency.YearIsOver,
                    "No month is without a conversation or a running program so far, "
                        + $"but no finding about {string.Join(" or ", missing)} was made."
                )
            : agency.YearIsOver
                ? Met(
                    "Every month had a conversation or a running program, "
                        + "and findings were made about wanted services and about satisfaction."
                )
            : OnTrack(
                "No month is without a conversation or a running program so far, and findings of both kinds were made; "
                    + "the year goes on."
            );
        return judgement with
        {
            Evidence = [.. found, .. running, .. held],
            EvidenceCount = agency.Findings.Sum(f => f.Count) + programs.Count + conversations.Sum(c => c.Count),
        };

        // The first question is about the kind and the quality of services.
        static FindingAbout Question(FindingAbout about) =>
            about == FindingAbout.QualityWanted ? FindingAbout.WantedServices : about;

        static string Named(FindingAbout about) =>
            about == FindingAbout.WantedServices ? "wanted services" : "satisfaction";
    }

    /// <summary>CWA-3.1.</summary>
    public static Judgement Reach(JudgedAgency agency)
    {
        var conversations = agency.Conversations.ToList();
        var (count, attended, people) = (
            conversations.Sum(c => c.Count),
            conversations.Sum(c => c.Attended),
            conversations.Sum(c => c.Attendance)
        );
        var customers = agency.Customers is { } declared
            ? $"the agency has {Words.Count(declared.Customers, "customer")}"
            : "the agency has not declared its number of customers";
        return NotMeasurable(
            attended == 0
                ? $"Of {Words.Count(count, "conversation")}, none has a recorded attendance yet; {customers}."
                : $"{Words.Number(people)} people took part in {attended} of "
                    + $"{Words.Count(count, "conversation")}; {customers}.",
            Held(conversations)
        ) with
        {
            EvidenceCount = attended,
            Figure = attended == 0 ? null : (people, CellUnit.CustomersMet),
        };
    }

    /// <summary>CWA-3.2.</summary>
    public static Judgement Media(JudgedAgency agency)
    {
        var used = Used(agency);
        var unsaid = agency.Conversations.Where(c => c.Medium is null).Sum(c => c.Count);
        var also = unsaid == 0 ? "" : $" Of {Words.Count(unsaid, "conversation")}, no medium is said.";
        return NotMeasurable(
            used is []
                ? $"None of the four media has been used yet.{also}"
                : $"{used.Count} of the four media were used: {string.Join(", ", used.Select(m => Named(m.Key)))}.{also}",
            used.Select(m => Evidence.Of<Event>(m.First().EventId))
        ) with
        {
            Figure = (used.Count, CellUnit.MediaOfFour),
        };
    }

    /// <summary>CWA-3.3.</summary>
    public static Judgement Places(JudgedAgency agency)
    {
        var places = agency.Places.ToList();
        var apart = places.Where(p => p.Kind is PlaceKind.National or PlaceKind.Virtual).Sum(p => p.Count);
        var unsaid = places.Where(p => p.Kind is null).Sum(p => p.Count);
        var states = places.Where(p => p.State is not null).Select(p => p.State!.Value).ToHashSet();
        var areas = agency.Areas.ToList();
        var reached = areas.FindAll(a => states.Contains(a.State));
        var (living, all) = (reached.Sum(a => a.Living), areas.Sum(a => a.Living));
        var elsewhere =
            $"{Words.Number(apart)} {(apart == 1 ? "was" : "were")} national or virtual"
            + (unsaid == 0 ? "" : $", and of {Words.Number(unsaid)} no place is said");
        return NotMeasurable(
            areas is []
                ? $"{states.Count} {(states.Count == 1 ? "state or territory" : "states and territories")} had "
                    + $"a conversation, {elsewhere}; the agency has not declared where its customers live and work."
                : "Conversations reached areas where "
                    + $"{Words.Percent(living, all)} of customers live and "
                    + $"{Words.Percent(reached.Sum(a => a.Working), areas.Sum(a => a.Working))} work; {elsewhere}.",
            reached.OrderByDescending(a => a.Living).Select(a => Evidence.Of<ServiceArea>(a.Id))
        ) with
        {
            Figure = all == 0 ? null : ((double)living / all, CellUnit.ShareOfCustomersLiving),
        };
    }

    /// <summary>
    /// CWA-4.2. Any other event counts as a venue once the agency has said what it solved.
    /// </summary>
    public static Judgement ProblemSolving(JudgedAgency agency)
    {
        var others = agency.Done(RecordKind.OtherVenue);
        var elsewhere = $"problems were solved at {Words.Count(others.Count, "other event")}";
        var days = agency.Conversations.Where(c => c.IsProblemSolving).ToList();
        var (held, unconfirmed) = (days.FindAll(c => c.IsHeld), days.FindAll(c => !c.IsHeld));
        var judgement =
            held is not []
                ? Met(
                    $"{Words.Count(held.Sum(c => c.Count), "problem-solving day")} took place in {agency.Year.Number}"
                        + (others is [] ? "." : $", and {elsewhere}.")
                )
            : others is not [] ? Met($"No problem-solving day was held in {agency.Year.Number}, but {elsewhere}.")
            : unconfirmed is not []
                ? Missing(
                    agency.YearIsOver,
                    $"{Words.Count(unconfirmed.Sum(c => c.Count), "problem-solving day")} came in "
                        + $"{agency.Year.Number}, but none is confirmed as held."
                )
            : Missing(agency.YearIsOver, $"No problem-solving day has been held in {agency.Year.Number}.");
        return judgement with
        {
            Evidence =
            [
                .. held.Select(c => Evidence.Of<Event>(c.EventId)),
                .. others.Select(v => Evidence.Of<Event>(v.Id)),
                .. unconfirmed.Select(c => Evidence.Of<Event>(c.EventId)),
            ],
            EvidenceCount = days.Sum(c => c.Count) + others.Count,
        };
    }

    /// <summary>The media that are said to have been used, in NPR's order.</summary>
    internal static List<IGrouping<Medium, ConversationCount>> Used(JudgedAgency agency) =>
        [.. agency.Conversations.Where(c => c.Medium is not null).GroupBy(c => c.Medium!.Value).OrderBy(g => g.Key)];

    /// <summary>The name of a medium within a sentence.</summary>
    internal static string Named(Medium medium) =>
        medium switch
        {
            Medium.FaceToFace => "face-to-face",
            Medium.Written => "written",
            Medium.Telephone => "telephone",
            _ => "electronic",
        };

    private static IEnumerable<Evidence> Held(IEnumerable<ConversationCount> conversations) =>
        conversations
            .Where(c => c.Attended > 0)
            .OrderByDescending(c => c.Attendance)
            .Select(c => Evidence.Of<Event>(c.EventId));
}
