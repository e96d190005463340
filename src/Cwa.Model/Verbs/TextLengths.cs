using System.Collections;

namespace Cwa.Model;

/// <summary>
/// Refuses every text of an input that is empty, too long or cannot be stored, and every list that is too long.
/// </summary>
public static class TextLengths
{
    /// <summary>Adds a refusal for each, with its path.</summary>
    public static void Check(Verb verb, Check check) =>
        VerbParts.Visit(
            verb,
            check,
            (property, value, at) =>
            {
                if (property.MaxLength is not { } most)
                    return;

                if (value is string text)
                    at.Text(text, most, property.Name);
                else if (property.EachMaxLength is { } each)
                    at.Texts((IReadOnlyList<string>)value, most, each, property.Name);
                else if (value is ICollection list && list.Count > most)
                    at.Refuse(new TooMany(list.Count, most), property.Name);
            }
        );
}
