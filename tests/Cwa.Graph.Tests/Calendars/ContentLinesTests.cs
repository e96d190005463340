using System.Globalization;
using System.Text;
using CsCheck;

namespace Cwa.Graph.Tests;

public sealed class ContentLinesTests
{
    private static readonly Gen<string> Lines = Gen.OneOf(
            Gen.Int[0x20, 0x7E],
            Gen.Int[0x20, 0xD7FF],
            Gen.Int[0x0300, 0x036F],
            Gen.Int[0x05D0, 0x064A],
            Gen.Int[0xE000, 0xFFFD],
            Gen.Int[0x1F1E6, 0x1F1FF],
            Gen.Int[0x1F300, 0x1F6FF],
            Gen.Int[0x200D, 0x200D],
            Gen.Int[0xFE00, 0xFE0F],
            Gen.Int[0x10000, 0x10FFFD]
        )
        .Select(char.ConvertFromUtf32)
        .Array[1, 300]
        .Select(letters => "X:" + string.Concat(letters));

    [Fact]
    public void A_folded_line_has_at_most_75_bytes_and_unfolds_to_what_it_was() =>
        Lines
            .Array[1, 4]
            .Sample(
                lines =>
                {
                    var folded = Encoding.UTF8.GetString(ContentLines.Fold(string.Join("\r\n", lines)));

                    Assert.All(folded.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
                    Assert.Equal(
                        string.Join("\r\n", lines) + "\r\n",
                        folded.Replace("\r\n ", "", StringComparison.Ordinal)
                    );
                },
                iter: 2000
            );

    [Fact]
    public void A_fold_never_splits_a_character_that_fits_on_a_line() =>
        Lines.Sample(
            line =>
            {
                var places = Encoding
                    .UTF8.GetString(ContentLines.Fold(line))
                    .TrimEnd()
                    .Split("\r\n ")
                    .Aggregate(new List<int> { 0 }, (ends, part) => [.. ends, ends[^1] + part.Length]);
                var at = 0;
                foreach (
                    var (place, character) in StringInfo
                        .ParseCombiningCharacters(line)
                        .Select((place, i) => (place, StringInfo.GetNextTextElement(line, place)))
                )
                {
                    Assert.True(
                        Encoding.UTF8.GetByteCount(character) > 74
                            || !places.Any(fold => fold > place && fold < place + character.Length),
                        $"{character} at {place} is torn."
                    );
                    at += character.Length;
                }

                Assert.Equal(line.Length, at);
            },
            iter: 2000
        );

    [Fact]
    public void A_character_longer_than_a_line_is_folded_between_its_parts()
    {
        var marks = "e" + new string('\u0301', 100);

        var folded = Encoding.UTF8.GetString(ContentLines.Fold(marks));

        Assert.DoesNotContain('\uFFFD', folded);
        Assert.Equal(marks + "\r\n", folded.Replace("\r\n ", "", StringComparison.Ordinal));
    }
}
