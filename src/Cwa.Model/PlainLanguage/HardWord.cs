namespace Cwa.Model;

/// <summary>A word or phrase that a plainer one could replace, or a long word.</summary>
/// <param name="Word">The word or phrase in its basic form, in lower case.</param>
/// <param name="Times">How often it appears in the text, in any form.</param>
/// <param name="Plainer">A plainer way to say the same; null for a word that is only long.</param>
public sealed record HardWord(string Word, int Times, string? Plainer);
