namespace Cwa.Model;

/// <summary>Whether a text can be an e-mail address. Only a message that arrives shows that it is one.</summary>
public static class EmailAddress
{
    /// <summary>What one is, as a sentence.</summary>
    public const string Expected =
        "An e-mail address has one @ between a name and a domain, and no spaces, such as pat@ssa.gov.";

    /// <summary>Whether the text has a name, one @ and a domain with a dot inside.</summary>
    public static bool IsPlausible(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain]
        && domain.Split('.') is { Length: > 1 } labels
        && !labels.Contains("")
        && !text.Any(letter => char.IsWhiteSpace(letter) || letter is ',' or ';' or '<' or '>');
}
