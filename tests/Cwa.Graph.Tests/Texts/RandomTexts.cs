using CsCheck;

namespace Cwa.Graph.Tests;

/// <summary>Random texts in every script.</summary>
internal static class RandomTexts
{
    // Latin letters and signs, ends of lines and cells, combining marks, right-to-left and East Asian scripts, joined
    // emoji, and every plane of Unicode.
    private static readonly Gen<string> Characters = Gen.OneOf(
        Gen.Char[' ', '~'].Select(letter => letter.ToString()),
        Gen.OneOf([
            .. new[]
            {
                "\n",
                "\t",
                "\"",
                "'",
                "=",
                "+",
                "-",
                "@",
                ";",
                ",",
                "\\",
                "\\n",
                "<",
                "&",
                "]]>",
                "\u2028",
                "\u00AD",
                "\uFEFF",
            }.Select(Gen.Const),
        ]),
        Gen.Int[0x0300, 0x036F].Select(mark => "e" + (char)mark),
        Gen.Int[0x05D0, 0x06D3].Select(char.ConvertFromUtf32),
        Gen.Int[0x3041, 0xD7A3].Select(char.ConvertFromUtf32),
        Gen.OneOf([.. new[] { "👩‍👩‍👧", "🏳️‍🌈", "🇺🇸", "👍🏽", "\u202E", "\u2067", "\u200F" }.Select(Gen.Const)]),
        Gen.Select(Gen.Int[1, 16], Gen.Int[0, 0xFFFD])
            .Select((plane, code) => char.ConvertFromUtf32(plane * 0x10000 + code))
    );

    public static readonly Gen<string> Texts = Characters
        .Array[1, 70]
        .Select(string.Concat)
        .Select(PlainText.Of)
        .Where(text => !PlainText.IsEmpty(text) && text.Length <= 200 && PlainText.FirstUnwanted(text) is null);
}
