using System.Globalization;
using CsCheck;

namespace Cwa.Model.Tests;

public sealed class PlainTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Int[0, 0xFFFF].Select(code => ((char)code).ToString()),
            Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32),
            Gen.Int[0x20, 0x7E].Select(char.ConvertFromUtf32)
        )
        .Array[0, 40]
        .Select(string.Concat);

    [Theory]
    [InlineData("", "")]
    [InlineData("Peña, 東京, 👩‍👩‍👧, שלום, tab\tand line\n", "Peña, 東京, 👩‍👩‍👧, שלום, tab\tand line")]
    [InlineData("\r\n one\rtwo\r\nthree\n\rfour\u00A0\u2003", "one\ntwo\nthree\n\nfour")]
    public void Ends_are_trimmed_and_lines_end_in_LF(string text, string kept)
    {
        Assert.Equal(kept, PlainText.Of(text));
        Assert.Null(PlainText.FirstUnwanted(kept));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(" \u00A0\u200B\u00AD\uFEFF\n", true)]
    [InlineData("\u0301\u0903 \u20DD\uFE0F", true)]
    [InlineData("\U000E0041\U0001D165", true)]
    [InlineData("e\u0301", false)]
    [InlineData("\u00B4", false)]
    [InlineData("❤\uFE0F", false)]
    public void A_text_is_empty_when_nothing_of_it_can_be_read(string text, bool isEmpty) =>
        Assert.Equal(isEmpty, PlainText.IsEmpty(text));

    [Theory]
    [InlineData("bell \u0007", "U+0007, a control character, at position 6")]
    [InlineData("\0", "U+0000, a control character, at position 1")]
    [InlineData("a\u0085b", "U+0085, a control character, at position 2")]
    [InlineData("😀\uFDD0", "U+FDD0, which is no character, at position 3")]
    [InlineData("\uD83F\uDFFE", "U+1FFFE, which is no character, at position 1")]
    public void Unwanted_characters_are_found_and_named(string text, string said) =>
        Assert.Equal(said, PlainText.FirstUnwanted(text)?.ToString());

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDC69')]
    public void Entities_refuse_an_unpaired_surrogate(char half)
    {
        var text = $"Town hall {half}";

        Assert.Equal(
            $"U+{(int)half:X4}, half of a character, at position 11",
            PlainText.FirstUnwanted(text)?.ToString()
        );
        Assert.Throws<ArgumentException>(() => Samples.Facts(text));
    }

    [Fact]
    public void The_unwanted_characters_are_those_that_Unicode_rules_out() =>
        Texts.Sample(
            text =>
            {
                var codes = Enumerable
                    .Range(0, text.Length)
                    .Where(i => i == 0 || !char.IsSurrogatePair(text, i - 1))
                    .Select(i =>
                        (At: i + 1, Code: char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i])
                    );
                var first = codes.FirstOrDefault(c =>
                    (
                        c.Code
                        is < 0x20
                            and not (9 or 10)
                            or >= 0x7F
                            and < 0xA0
                            or >= 0xD800
                            and <= 0xDFFF
                            or >= 0xFDD0
                            and <= 0xFDEF
                    )
                    || c.Code % 0x10000 >= 0xFFFE
                );

                Assert.Equal(
                    first.At == 0 ? null : (first.Code, first.At),
                    PlainText.FirstUnwanted(text) is { } found ? (found.Code, found.Position) : default((int, int)?)
                );
                Assert.Null(PlainText.FirstUnwanted(PlainText.Mended(text)));
            },
            iter: 5000
        );

    [Fact]
    public void A_shortened_text_ends_after_a_whole_character() =>
        Gen.Select(Texts, Gen.Int[1, 30])
            .Sample(
                (text, most) =>
                {
                    var shortened = PlainText.Shortened(text, most);

                    Assert.InRange(shortened.Length, 0, Math.Max(most, 1));
                    if (text.Length <= most)
                        Assert.Equal(text, shortened);
                    else
                        Assert.Contains(
                            shortened.Length - 1,
                            StringInfo.ParseCombiningCharacters(text).Append(text.Length)
                        );
                },
                iter: 5000
            );

    [Fact]
    public void A_family_emoji_is_not_split() =>
        Assert.Equal("Hi 👩‍👩‍👧…", PlainText.Shortened("Hi 👩‍👩‍👧👩‍👩‍👧", 13));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("''-5", "'''-5")]
    [InlineData("'tis", "'tis")]
    [InlineData("＠home", "'＠home")]
    [InlineData("", "")]
    public void A_formula_sign_is_guarded_in_a_file(string text, string cell) =>
        Assert.Equal((cell, text), (FormulaSign.Guard(text), FormulaSign.Unguard(cell)));

    [Fact]
    public void Any_guarded_text_can_be_restored() =>
        Gen.Char["'=+-@a1"]
            .Array[0, 6]
            .Select(letters => new string(letters))
            .Sample(text => FormulaSign.Unguard(FormulaSign.Guard(text)) == text);
}
