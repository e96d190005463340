using System.Text;
using System.Xml;

namespace Cwa.Graph.Engine;

/// <summary>Texts for formats that cannot hold every letter.</summary>
internal static class ReadableText
{
    /// <summary>The text with U+FFFD in place of letters that neither XML nor a calendar can hold, such as a bell.</summary>
    public static string Of(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
            readable.Append(letter.Value > char.MaxValue || XmlConvert.IsXmlChar((char)letter.Value) ? letter.ToString() : Rune.ReplacementChar.ToString());
        return readable.ToString();
    }
}
