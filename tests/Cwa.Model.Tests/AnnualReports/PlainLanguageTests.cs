namespace Cwa.Model.Tests;

public sealed class PlainLanguageTests
{
    [Fact]
    public void The_memorandum_takes_fourteen_years_of_school_to_read()
    {
        var measured = PlainLanguage.Measure(Directive.ConversationsWithAmerica.Text)!;

        Assert.InRange(measured.Grade, 13.1, 14.5);
        Assert.Equal(50, measured.LongestSentence);
        Assert.Equal(3, measured.LongSentences);
    }

    [Fact]
    public void A_plain_sentence_scores_for_a_pupil()
    {
        var measured = PlainLanguage.Measure("We answer your call within five minutes. We pay your claim in a week.")!;

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
        Assert.Equal(sentences, PlainLanguage.Measure(text)!.Sentences);

    [Theory]
    [InlineData(40, 0)]
    [InlineData(41, 1)]
    public void A_sentence_is_long_from_41_words(int words, int longSentences) =>
        Assert.Equal(longSentences, PlainLanguage.Measure(string.Join(' ', Enumerable.Repeat("we", words)))!.LongSentences);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("1998. 42!")]
    public void What_holds_no_word_has_no_measure(string text) => Assert.Null(PlainLanguage.Measure(text));

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
        Assert.Equal(syllables, PlainLanguage.Measure(word)!.Syllables);
}
