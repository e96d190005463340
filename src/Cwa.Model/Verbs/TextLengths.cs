using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Cwa.Model;

/// <summary>Refuses every text and list of an input that says nothing, or more than its property can hold.</summary>
public static class TextLengths
{
    /// <summary>Adds a refusal for each, at its place.</summary>
    public static void Check(Verb verb, Check check) =>
        VerbParts.Visit(
            verb,
            check,
            (property, value, at) =>
            {
                var most = property.GetCustomAttribute<MaxLengthAttribute>()?.Length;
                if (value is string text && most is { } length)
                    at.Text(text, length, property.Name);
                else if (
                    value is IReadOnlyList<string> texts
                    && property.GetCustomAttribute<EachMaxLengthAttribute>() is { } each
                )
                    at.Texts(texts, most ?? int.MaxValue, each.Length, property.Name);
                else if (value is System.Collections.ICollection list && list.Count > most)
                    at.Refuse(new TooMany(list.Count, most.Value), property.Name);
            }
        );
}
