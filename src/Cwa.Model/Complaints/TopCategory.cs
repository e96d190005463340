namespace Cwa.Model;

/// <summary>
/// What a complaint is about, in categories common to all agencies. Each agency's own categories fall under these.
/// </summary>
public enum TopCategory
{
    /// <summary>How long a service or an answer took.</summary>
    [SaidAs("delay", "delays", "time", "waiting time")]
    Timeliness = 1,

    /// <summary>How the customer was treated.</summary>
    [SaidAs("attitude", "rudeness", "treatment")]
    Courtesy = 2,

    /// <summary>Wrong, incomplete or contradictory information, or a mistake in the customer's case.</summary>
    [SaidAs("error", "errors", "information", "mistakes")]
    Accuracy = 3,

    /// <summary>
    /// Whether the service could be reached: opening hours, busy lines, language, disability, distance.
    /// </summary>
    [SaidAs("accessibility", "availability")]
    Access = 4,

    /// <summary>The decision itself, or a problem that was not solved.</summary>
    [SaidAs("decision", "result")]
    Outcome = 5,

    /// <summary>What it cost the customer to get or use the service.</summary>
    [SaidAs("fee", "fees", "price")]
    Cost = 6,

    /// <summary>Forms, rules and letters that were hard to understand or to follow.</summary>
    [SaidAs("forms", "plain language")]
    Clarity = 7,

    /// <summary>Anything else.</summary>
    Other = 8,
}
