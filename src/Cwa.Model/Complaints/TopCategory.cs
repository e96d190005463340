namespace Cwa.Model;

/// <summary>
/// What complaints are about, in terms common to all agencies; each agency's own categories lie under one of these.
/// </summary>
public enum TopCategory
{
    /// <summary>How long a service or an answer took.</summary>
    Timeliness = 1,

    /// <summary>How the customer was treated.</summary>
    Courtesy = 2,

    /// <summary>Wrong, incomplete or contradictory information, or a mistake in the customer's case.</summary>
    Accuracy = 3,

    /// <summary>
    /// Whether the service could be reached: opening hours, busy lines, language, disability, distance.
    /// </summary>
    Access = 4,

    /// <summary>The decision itself, or that the problem was not solved.</summary>
    Outcome = 5,

    /// <summary>What the service, or getting it, cost the customer.</summary>
    Cost = 6,

    /// <summary>Forms, rules and letters that were hard to understand or to follow.</summary>
    Clarity = 7,

    /// <summary>Anything else.</summary>
    Other = 8,
}
