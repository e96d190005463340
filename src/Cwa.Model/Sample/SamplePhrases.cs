namespace Cwa.Model;

/// <summary>Phrases that any agency of the sample may use.</summary>
internal static class SamplePhrases
{
    /// <summary>Stands in every text of the sample that can be read by itself.</summary>
    public const string Mark = "(illustrative)";

    public const string Reviewer = "Ellen Marsh, NPR";

    /// <summary>What customers want, what an agency did about it, and what that changed.</summary>
    public static readonly SampleLesson[] Wants =
    [
        new(
            "Customers want to be served on evenings and Saturdays.",
            "Two offices stay open until eight on Thursdays.",
            "One customer in six now comes after five.",
            FindingTheme.Access,
            FindingAbout.WantedServices
        ),
        new(
            "Customers want one telephone number that a person answers.",
            "Calls go to a person after two menus at most.",
            "Fewer callers hang up before they are answered.",
            FindingTheme.KnowingWhomToAsk,
            FindingAbout.WantedServices
        ),
        new(
            "Customers want forms on the World Wide Web.",
            "The ten forms asked for most are on the web.",
            "A third of these forms is no longer mailed.",
            FindingTheme.ChoiceOfDelivery,
            FindingAbout.WantedServices
        ),
        new(
            "Customers want to know where their case stands.",
            "A status line answers by case number.",
            "Calls that ask for the status fell by a quarter.",
            FindingTheme.BeingKeptInformed,
            FindingAbout.QualityWanted
        ),
        new(
            "Customers want letters that say first what they must do.",
            "Twelve form letters were rewritten in plain language.",
            "Calls about these letters fell by a third.",
            FindingTheme.PlainLanguage,
            FindingAbout.QualityWanted
        ),
        new(
            "Customers want to speak with staff in Spanish.",
            "Each large office has staff who speak Spanish.",
            "Interpreters are called half as often.",
            FindingTheme.Access,
            FindingAbout.WantedServices
        ),
        new(
            "Customers want to make appointments by telephone.",
            "Appointments are made by telephone in all regions.",
            "The wait in the office fell to under half an hour.",
            FindingTheme.Waiting,
            FindingAbout.QualityWanted
        ),
    ];

    /// <summary>How satisfied customers are, what an agency did about it, and what that changed.</summary>
    public static readonly SampleLesson[] Satisfactions =
    [
        new(
            "Customers are content with the courtesy of the staff, and less so with the wait.",
            "A second window opens at noon.",
            "Customers wait eleven minutes less at noon.",
            FindingTheme.Waiting,
            FindingAbout.Satisfaction
        ),
        new(
            "Customers were satisfied in three of four cases; the others had to call more than twice.",
            "The first who answers keeps the case.",
            "Repeated calls fell by a fifth.",
            FindingTheme.KnowingWhomToAsk,
            FindingAbout.Satisfaction
        ),
        new(
            "Customers trust the information but find it hard to read.",
            "Pamphlets are tried out with customers before they are printed.",
            "More readers find their answer at once.",
            FindingTheme.PlainLanguage,
            FindingAbout.Satisfaction
        ),
        new(
            "Customers are less satisfied than a year ago with how long an answer takes.",
            "Simple letters are answered by a team of their own.",
            "Simple letters are answered in nine days, not twenty.",
            FindingTheme.TimelyDecisions,
            FindingAbout.Satisfaction
        ),
        new(
            "Customers who came to the event were more satisfied than those who wrote.",
            "Those who write are now offered a visit or a call.",
            "One in ten takes up the offer.",
            FindingTheme.ChoiceOfDelivery,
            FindingAbout.Satisfaction
        ),
        new(
            "Customers rate the service well where one person stays with a case.",
            "Two more offices name one person for each case.",
            "Satisfaction there rose to the level of the first offices.",
            FindingTheme.KnowingWhomToAsk,
            FindingAbout.Satisfaction
        ),
    ];

    /// <summary>What employees say in surveys of their own, what was done about it, and what that changed.</summary>
    public static readonly SampleLesson[] Employees =
    [
        new(
            "Employees say that they may not correct a plain mistake without three signatures.",
            "One signature is enough for a correction that costs nothing.",
            "Such mistakes are corrected on the same day.",
            FindingTheme.PuttingThingsRight,
            FindingAbout.EmployeeBarrier
        ),
        new(
            "Employees propose that whoever takes a call also sends the letter about it.",
            "Two offices try it out.",
            "Customers of these offices call less often a second time.",
            FindingTheme.KnowingWhomToAsk,
            FindingAbout.EmployeeIdea
        ),
        new(
            "Employees say that customers must give them the same facts on three forms.",
            "One form takes the place of the three.",
            "A customer needs half the time.",
            FindingTheme.Paperwork,
            FindingAbout.EmployeeBarrier
        ),
        new(
            "Employees propose a card with their name and number for each customer.",
            "Each employee at the counter has such cards.",
            "Customers ask for the same person again.",
            FindingTheme.Courtesy,
            FindingAbout.EmployeeIdea
        ),
    ];

    public static readonly string[] ReturnReasons =
    [
        "Please give the date of each event.",
        "Two descriptions say no more than the title; a brief description of each event is asked for.",
        "The city of several events is missing, so that customers cannot find them.",
        "Please check the expected reach of the first event.",
    ];

    public static readonly string[] Remarks =
    [
        "Which building is it in?",
        "Please say in a sentence what customers can talk about.",
        "Is this open to anyone, or by invitation?",
    ];

    public static readonly string[] AmendReasons =
    [
        "An event was added after the report was sent.",
        "The place of an event has changed.",
        "Dates were confirmed with the partners.",
        "An event will not take place.",
    ];

    public static readonly string[] CancelReasons =
    [
        "The hall was not available.",
        "Too few customers signed up.",
        "Staff were needed for disaster relief.",
        "Closed because of a storm.",
    ];

    public static readonly string[] PostponeReasons =
    [
        "The host asked for a later date.",
        "Materials were not ready.",
        "It fell on a local holiday.",
    ];
}

/// <summary>A finding of the sample, what was done about it, what that changed, and what it is about.</summary>
internal sealed record SampleLesson(string Heard, string Did, string Changed, FindingTheme Theme, FindingAbout About);
