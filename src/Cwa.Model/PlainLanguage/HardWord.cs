namespace Cwa.Model;

/// <summary>A word or phrase that a plainer one could replace, or a long word.</summary>
/// <param name="Word">The word or phrase in its basic form, in small letters.</param>
/// <param name="Times">How often it stands in the text, in whatever form.</param>
/// <param name="Plainer">What says the same more plainly; null for a word that is only long.</param>
public sealed record HardWord(string Word, int Times, string? Plainer);
