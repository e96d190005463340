namespace Cwa.Model;

/// <summary>The form that a conversation takes.</summary>
public enum EventFormat
{
    /// <summary>A public meeting where anyone may speak.</summary>
    [SaidAs("public meeting", "town hall meeting", "town meeting")]
    TownHall = 1,

    /// <summary>A small group, led through questions.</summary>
    [SaidAs("focus groups")]
    FocusGroup = 2,

    /// <summary>Customers speak and officials listen.</summary>
    [SaidAs("listening")]
    ListeningSession = 3,

    /// <summary>Customers bring problems, and the agency solves them on the spot or opens a case (CWA-4.2).</summary>
    [SaidAs("problem solving", "problem solving days")]
    ProblemSolvingDay = 4,

    /// <summary>The agency opens its doors to the public.</summary>
    OpenHouse = 5,

    /// <summary>A conference or fair at which the agency meets its customers.</summary>
    [SaidAs("fair", "convention")]
    Conference = 6,

    /// <summary>Customers and the agency work on an issue together.</summary>
    Workshop = 7,

    /// <summary>A meeting with a standing group of customers.</summary>
    [SaidAs("advisory committee", "advisory committee meeting", "advisory group")]
    AdvisoryMeeting = 8,

    /// <summary>The agency visits customers where they live or work.</summary>
    [SaidAs("visit")]
    SiteVisit = 9,

    /// <summary>A radio program that takes calls.</summary>
    [SaidAs("radio", "radio call-in show", "radio show")]
    RadioCallIn = 10,

    /// <summary>A television program that takes calls.</summary>
    [SaidAs("television", "television call-in", "tv", "tv call-in show")]
    TvCallIn = 11,

    /// <summary>A telephone line opened for the conversation.</summary>
    [SaidAs("telephone hotline")]
    Hotline = 12,

    /// <summary>A live conversation online.</summary>
    [SaidAs("chat")]
    OnlineChat = 13,

    /// <summary>A forum or form on the web, open over a period.</summary>
    [SaidAs("forum", "online forum", "web site")]
    WebForum = 14,

    /// <summary>The agency invites letters or e-mail about a question.</summary>
    [SaidAs("letters", "mailing")]
    Mail = 15,

    /// <summary>Cards on which customers comment.</summary>
    [SaidAs("comment cards", "cards")]
    CommentCard = 16,

    /// <summary>Another form; the description says which.</summary>
    Other = 17,
}
