using Cwa.Dashboard.Reporting;

namespace Cwa.Dashboard.Tests;

public sealed class TextMeasureTests
{
    private static readonly TextWord Use = new("utilize", "use");

    [Fact]
    public void A_plain_text_is_told_by_its_grade_alone()
    {
        var plain = new TextMeasure(-1.2, 12, [new("opportunity", null)]);

        Assert.Equal("Takes 0 years of school to read.", plain.Sentence);
        Assert.False(plain.IsHard);
    }

    [Fact]
    public void A_hard_text_is_told_with_its_longest_sentence_and_three_plainer_words()
    {
        var hard = new TextMeasure(12.1, 41, [Use, new("prior to", "before"), new("modernization", null), Use, Use]);

        Assert.Equal(
            "Takes 12 years of school to read. The longest sentence has 41 words. "
                + "Plainer: “use” for “utilize”; “before” for “prior to”; “use” for “utilize”.",
            hard.Sentence
        );
        Assert.True(hard.IsHard);
    }

    [Theory]
    [InlineData(12, 40, false)]
    [InlineData(12.1, 1, true)]
    [InlineData(1, 41, true)]
    public void More_than_twelve_years_or_forty_words_are_hard(double grade, int longest, bool isHard) =>
        Assert.Equal(isHard, new TextMeasure(grade, longest, []).IsHard);
}
