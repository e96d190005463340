using CsCheck;

namespace Cwa.Model.Tests;

public sealed class PlainLanguageTests
{
    [Fact]
    public void Reading_the_memorandum_takes_fourteen_years_of_school()
    {
        var measured = PlainLanguage.Measure(Directive.ConversationsWithAmerica.Text);

        Assert.InRange(measured.Grade, 13.1, 14.5);
        Assert.Equal(50, measured.LongestSentence);
        Assert.Equal(3, measured.LongSentences);
    }

    [Fact]
    public void A_plain_sentence_has_the_grade_of_a_pupil()
    {
        var measured = PlainLanguage.Measure("We answer your call within five minutes. We pay your claim in a week.");

        Assert.Equal((14, 2, 7), (measured.Words, measured.Sentences, measured.LongestSentence));
        Assert.InRange(measured.Grade, 0, 4);
        Assert.InRange(measured.ReadingEase, 80, 121);
    }

    [Theory]
    [InlineData("The U.S. Mint answers 9.5 calls. It is quick.", 2)]
    [InlineData("Mr. Smith waited. \"How long?\" An hour.", 3)]
    [InlineData("1. We answer.\n2. We pay.", 2)]
    [InlineData("A heading\n\nA sentence of its own.", 2)]
    public void A_sentence_ends_where_a_reader_would_end_it(string text, int sentences) =>
        Assert.Equal(sentences, PlainLanguage.Measure(text).Sentences);

    [Theory]
    [InlineData(40, 0)]
    [InlineData(41, 1)]
    public void A_sentence_of_41_words_is_long(int words, int longSentences) =>
        Assert.Equal(
            longSentences,
            PlainLanguage.Measure(string.Join(' ', Enumerable.Repeat("we", words))).LongSentences
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("1998. 42!")]
    public void Text_without_words_measures_nothing(string text)
    {
        var measured = PlainLanguage.Measure(text);

        Assert.Equal(PlainLanguage.OfNothing, measured);
        Assert.Equal((0, 0d, 0d, 0d), (measured.Words, measured.Grade, measured.MeanSentence, measured.ReadingEase));
    }

    // By hand: 0.39 × words / sentences + 11.8 × syllables / words − 15.59, and 206.835 − 1.015 × words / sentences −
    // 84.6 × syllables / words.
    [Theory]
    [InlineData("The cat sat. The dog ran.", 6, 2, 6, 3, -2.6, 119.2)]
    [InlineData("We answer your call within five minutes.", 7, 1, 10, 7, 4.0, 78.9)]
    [InlineData("Customers asked for longer hours on Saturday.", 7, 1, 12, 7, 7.4, 54.7)]
    [InlineData("Stop", 1, 1, 1, 1, -3.4, 121.2)]
    [InlineData("In 1997 we paid 96 of 100 claims on time. We will do better.", 14, 2, 15, 10, -0.2, 109.1)]
    public void Texts_score_as_counted_by_hand(
        string text,
        int words,
        int sentences,
        int syllables,
        int longest,
        double grade,
        double ease
    )
    {
        var measured = PlainLanguage.Measure(text);

        Assert.Equal(
            (words, sentences, syllables, longest),
            (measured.Words, measured.Sentences, measured.Syllables, measured.LongestSentence)
        );
        Assert.Equal((grade, ease), (measured.Grade, measured.ReadingEase));
    }

    [Fact]
    public void The_measures_of_any_text_are_finite_and_consistent() =>
        Gen.OneOf(Gen.String, Prose)
            .Sample(text =>
            {
                var m = PlainLanguage.Measure(text);
                return double.IsFinite(m.Grade)
                    && double.IsFinite(m.ReadingEase)
                    && double.IsFinite(m.MeanSentence)
                    && m.Sentences <= m.Words
                    && m.Words <= m.Syllables
                    && m.LongestSentence <= m.Words
                    && m.LongSentences <= m.Sentences
                    && m.LongestSentence >= m.MeanSentence
                    && m.Version == PlainLanguage.CurrentVersion
                    && HardWords.In(text).Sum(w => w.Times) <= m.Words;
            });

    [Fact]
    public void Two_paragraphs_together_have_the_words_and_sentences_of_both() =>
        Gen.Select(Gen.OneOf(Gen.String, Prose), Gen.OneOf(Gen.String, Prose))
            .Sample(
                (one, other) =>
                {
                    var (first, second, both) = (
                        PlainLanguage.Measure(one),
                        PlainLanguage.Measure(other),
                        PlainLanguage.Measure($"{one}\n{other}")
                    );
                    return (both.Words, both.Sentences, both.Syllables, both.LongSentences)
                            == (
                                first.Words + second.Words,
                                first.Sentences + second.Sentences,
                                first.Syllables + second.Syllables,
                                first.LongSentences + second.LongSentences
                            )
                        && both.LongestSentence == Math.Max(first.LongestSentence, second.LongestSentence);
                }
            );

    [Theory]
    [InlineData("make", 1)]
    [InlineData("table", 2)]
    [InlineData("used", 1)]
    [InlineData("granted", 2)]
    [InlineData("services", 3)]
    [InlineData("customer", 3)]
    [InlineData("agencies", 3)]
    [InlineData("improvement", 3)]
    [InlineData("business", 2)]
    [InlineData("area", 3)]
    [InlineData("action", 2)]
    [InlineData("individual", 5)]
    public void Syllables_are_counted_as_spoken(string word, int syllables) =>
        Assert.Equal(syllables, PlainLanguage.Measure(word).Syllables);

    private static readonly string[] Bits =
    [
        "we",
        "utilize",
        "information",
        "U.S.",
        "Mr.",
        "3.",
        "prior",
        "to",
        "(soon)",
        "claims.",
        "\"When?\"",
        "Now!",
        "\n",
        "9.5",
        "don’t",
        "in",
        "order",
        "—",
        "é",
        "ß.",
    ];

    private static readonly Gen<string> Prose = Gen.Int[0, Bits.Length - 1]
        .Array[0, 80]
        .Select(bits => string.Join(' ', bits.Select(bit => Bits[bit])));
}
