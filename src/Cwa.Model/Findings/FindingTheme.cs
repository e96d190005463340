namespace Cwa.Model;

/// <summary>
/// What matters to those who said it, in themes common to all agencies, by which they can be compared.
/// </summary>
public enum FindingTheme
{
    /// <summary>How long people wait: in line, on the telephone, for an appointment.</summary>
    [SaidAs("lines", "queues", "wait", "wait time", "waiting time", "waits")]
    Waiting = 1,

    /// <summary>How long a decision, a payment or an answer takes.</summary>
    [SaidAs("delay", "delays", "prompt decisions", "speed of decisions", "timeliness", "timeliness of decisions")]
    TimelyDecisions = 2,

    /// <summary>How people are treated.</summary>
    [SaidAs("attitude", "politeness", "rudeness", "treatment")]
    Courtesy = 3,

    /// <summary>Whom to ask, one who answers, and not being sent from office to office.</summary>
    [SaidAs("contact", "knowing who to ask", "one stop", "runaround", "whom to ask", "who to ask")]
    KnowingWhomToAsk = 4,

    /// <summary>Forms, letters and rules that are understood at once.</summary>
    [SaidAs("clarity", "clear language", "clear writing", "readability")]
    PlainLanguage = 5,

    /// <summary>Whether a service can be reached: hours, places, busy lines, languages, disability.</summary>
    [SaidAs("access hours and places", "accessibility", "hours", "languages", "opening hours", "places")]
    Access = 6,

    /// <summary>Information and work that are right, complete and the same whoever is asked.</summary>
    [SaidAs("error", "errors", "information", "mistakes")]
    Accuracy = 7,

    /// <summary>The cost and burden of paperwork: forms, proofs, fees, the same asked twice.</summary>
    [SaidAs("burden", "burden of paperwork", "cost", "fees", "forms", "red tape")]
    Paperwork = 8,

    /// <summary>How a service is had, as the customer chooses: in person, by telephone, by mail, on the web.</summary>
    [SaidAs("channels", "choice", "choice of service", "delivery", "electronic service", "web")]
    ChoiceOfDelivery = 9,

    /// <summary>Being told where one's case stands, and what changes.</summary>
    [SaidAs("follow up", "keeping informed", "notice", "status", "status of case")]
    BeingKeptInformed = 10,

    /// <summary>How complaints and mistakes are heard and put right.</summary>
    [SaidAs("complaints", "redress", "remedies")]
    PuttingThingsRight = 11,

    /// <summary>The service itself: what it offers, to whom, and how well it does it.</summary>
    [SaidAs("benefits", "service", "the service itself")]
    ServiceItself = 12,

    /// <summary>Anything else.</summary>
    Other = 13,
}
