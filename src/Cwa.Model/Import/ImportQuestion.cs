namespace Cwa.Model;

/// <summary>What a file leaves open, and how to answer: by an option of the next request.</summary>
/// <param name="Option">The option, such as dateOrder or agency.HEW.</param>
/// <param name="Text">The question, for a person who reads it.</param>
/// <param name="Choices">The answers that fit best. Others may be possible.</param>
public sealed record ImportQuestion(string Option, string Text, IReadOnlyList<ImportChoice> Choices);

/// <summary>One answer to a question.</summary>
/// <param name="Value">The value of the option.</param>
/// <param name="Meaning">What it means, in plain words; empty if the value says it.</param>
public sealed record ImportChoice(string Value, string Meaning);
