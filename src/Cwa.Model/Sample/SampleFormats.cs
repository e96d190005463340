using static Cwa.Model.EventFormat;
using static Cwa.Model.Medium;

namespace Cwa.Model;

/// <summary>What the sample's conversations of one format are like.</summary>
/// <param name="Format">The format.</param>
/// <param name="Share">How often it is chosen.</param>
/// <param name="Medium">How it reaches people.</param>
/// <param name="Place">Where it takes place.</param>
/// <param name="MinDays">The fewest days that it lasts.</param>
/// <param name="MaxDays">The most.</param>
/// <param name="MinReach">The fewest customers that it expects to reach.</param>
/// <param name="MaxReach">The most.</param>
internal sealed record SampleForm(
    EventFormat Format,
    int Share,
    Medium Medium,
    PlaceKind Place,
    int MinDays,
    int MaxDays,
    int MinReach,
    int MaxReach
);

/// <summary>The formats of the sample, in all four media.</summary>
internal static class SampleFormats
{
    private static readonly Dictionary<EventFormat, SampleForm> ByFormat = new[]
    {
        new SampleForm(TownHall, 12, FaceToFace, PlaceKind.Place, 1, 1, 40, 350),
        new(FocusGroup, 11, FaceToFace, PlaceKind.Place, 1, 1, 8, 20),
        new(ListeningSession, 10, FaceToFace, PlaceKind.Place, 1, 1, 25, 200),
        new(ProblemSolvingDay, 9, FaceToFace, PlaceKind.Place, 1, 1, 60, 400),
        new(OpenHouse, 6, FaceToFace, PlaceKind.Place, 1, 2, 60, 600),
        new(Conference, 5, FaceToFace, PlaceKind.Place, 2, 4, 120, 900),
        new(Workshop, 7, FaceToFace, PlaceKind.Place, 1, 2, 15, 80),
        new(AdvisoryMeeting, 4, FaceToFace, PlaceKind.Place, 1, 2, 10, 40),
        new(SiteVisit, 5, FaceToFace, PlaceKind.Place, 1, 1, 5, 60),
        new(RadioCallIn, 4, Telephone, PlaceKind.Place, 1, 1, 300, 6000),
        new(Hotline, 5, Telephone, PlaceKind.National, 1, 5, 80, 1500),
        new(TvCallIn, 2, Electronic, PlaceKind.National, 1, 1, 2000, 40000),
        new(OnlineChat, 5, Electronic, PlaceKind.Virtual, 1, 1, 30, 600),
        new(WebForum, 5, Electronic, PlaceKind.Virtual, 14, 45, 60, 1200),
        new(Mail, 5, Written, PlaceKind.National, 14, 40, 200, 6000),
        new(CommentCard, 5, Written, PlaceKind.Place, 20, 40, 80, 1200),
    }.ToDictionary(form => form.Format);

    // Each format as often as its share.
    private static readonly EventFormat[] Shares =
    [
        .. ByFormat.Values.SelectMany(form => Enumerable.Repeat(form.Format, form.Share)),
    ];

    public static SampleForm Of(EventFormat format) => ByFormat[format];

    public static EventFormat Pick(SampleRandom random) => random.Pick(Shares);

    public static string Title(EventFormat format, string topic) =>
        format switch
        {
            TownHall => $"Town hall on {topic}",
            FocusGroup => $"Focus group on {topic}",
            ListeningSession => $"Listening session on {topic}",
            ProblemSolvingDay => $"Problem-solving day: {topic}",
            OpenHouse => $"Open house: {topic}",
            Conference => $"Customer conference on {topic}",
            Workshop => $"Workshop on {topic}",
            AdvisoryMeeting => $"Customer advisory group: {topic}",
            SiteVisit => $"Visit to customers: {topic}",
            RadioCallIn => $"Radio call-in on {topic}",
            Hotline => $"Hotline on {topic}",
            TvCallIn => $"Television call-in on {topic}",
            OnlineChat => $"On-line chat about {topic}",
            WebForum => $"Web forum on {topic}",
            Mail => $"Letters invited on {topic}",
            CommentCard => $"Comment cards on {topic}",
            _ => $"Conversation on {topic}",
        };

    /// <summary>What a conversation of the format is about, in one or two sentences.</summary>
    public static string About(EventFormat format, SampleAgency sample, string topic, SampleRandom random)
    {
        var (agency, customers) = (sample.Agency.Abbreviation, sample.Theme.Customers);
        string[] said = format switch
        {
            ProblemSolvingDay =>
            [
                $"With or without an appointment: {agency} staff solve problems with {topic} at the table, or "
                    + "open a case and keep it.",
                $"Customers bring their papers on {topic}. Staff who can decide are in the room, and nobody is "
                    + "sent on.",
                $"{agency} opens its files on {topic} for a day: most cases are settled at once, the rest get "
                    + "a date.",
            ],
            FocusGroup or AdvisoryMeeting =>
            [
                $"A small group of {customers} tells {agency} what works and what does not about {topic}.",
                $"Ten questions on {topic}, a table and a tape recorder: {agency} hears how its service looks "
                    + "from outside.",
                $"Invited {customers} go through {topic} step by step and mark where they lost time.",
            ],
            OpenHouse or SiteVisit or Conference =>
            [
                $"{agency} staff show how they work, and ask {customers} about {topic}.",
                $"Managers of {agency} and {customers} compare what was asked for and what was done about {topic}.",
                $"Visitors see how {agency} handles {topic}, and write on a card what they would change.",
            ],
            RadioCallIn or TvCallIn or Hotline =>
            [
                $"Callers put questions about {topic} to {agency} staff, and say how well they are served.",
                $"{agency} staff take calls on {topic}. Each question that stays open is answered by mail "
                    + "within ten days.",
            ],
            OnlineChat or WebForum =>
            [
                $"{agency} asks on the World Wide Web what people want to know and to change about {topic}.",
                $"Comments on {topic} can be read by all, and {agency} staff answer under their names.",
            ],
            Mail or CommentCard =>
            [
                $"{agency} asks {customers} to write about {topic}: what they want, and how satisfied they are.",
                $"Three short questions on {topic}, with a stamped reply: what was good, what was slow, what "
                    + "was missing.",
            ],
            _ =>
            [
                $"{agency} asks {customers} about {topic}: what services they want, and how satisfied they are.",
                $"An open microphone on {topic}. {agency} answers what it can, and mails a written reply to "
                    + "the rest.",
                $"{agency} reports what it changed in {topic} since spring, and hears from {customers} what is "
                    + "still slow.",
            ],
        };
        return random.Pick(said);
    }
}
