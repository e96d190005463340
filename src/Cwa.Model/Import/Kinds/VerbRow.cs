namespace Cwa.Model;

/// <summary>What a row of a file tells a verb.</summary>
/// <param name="Line">The line on which the row begins.</param>
/// <param name="Agency">The agency for which the verb is done.</param>
/// <param name="Verb">The verb, as far as the row alone says.</param>
/// <param name="Names">The records that the row names, by column.</param>
/// <param name="Day">The day by which an event is told from others; null when none is given.</param>
/// <param name="Unread">The columns whose cells could not be read.</param>
internal sealed record VerbRow<TVerb>(
    long Line,
    Agency Agency,
    TVerb Verb,
    IReadOnlyDictionary<VerbColumn, string> Names,
    DateOnly? Day,
    HashSet<string> Unread
)
{
    /// <summary>Whether something was found wrong with the row.</summary>
    public bool IsBroken { get; set; }
}
