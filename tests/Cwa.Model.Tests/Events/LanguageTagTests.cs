namespace Cwa.Model.Tests;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData(" EN ", "en")]
    [InlineData("es-mx", "es-MX")]
    [InlineData("ZH-HANT", "zh-Hant")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-1996", "de-1996")]
    [InlineData("sl-ROZAJ", "sl-rozaj")]
    [InlineData("ase", "ase")]
    [InlineData("qqq", "qqq")]
    public void A_tag_is_kept_in_its_usual_case(string said, string kept) => Assert.Equal(kept, LanguageTag.Of(said));

    [Theory]
    [InlineData("English", "'English' is not a language tag; use `en`.")]
    [InlineData("norwegian bokmal", "'norwegian bokmal' is not a language tag; use `nb`.")]
    [InlineData("American Sign Language", "'American Sign Language' is not a language tag; use `ase`.")]
    [InlineData("spa", "'spa' is not a language tag; use `es`.")]
    [InlineData("SPA", "'SPA' is not a language tag; use `es`.")]
    [InlineData("spa-MX", "'spa-MX' is not a language tag; use `es`.")]
    public void The_name_of_a_language_or_its_longer_code_is_answered_with_the_tag(string said, string why) =>
        Assert.Equal(why, LanguageTag.WhyNot(said));

    [Theory]
    [InlineData("en,es")]
    [InlineData("en;es")]
    [InlineData("en/es")]
    [InlineData("en es")]
    [InlineData(",en")]
    public void Several_languages_in_one_text_are_told_apart(string said) =>
        Assert.Equal(
            $"'{said}' is not a language tag. Give each language as an item of its own, such as `en` and `es`.",
            LanguageTag.WhyNot(said)
        );

    [Theory]
    [InlineData("xx")]
    [InlineData("e")]
    [InlineData("klingon")]
    [InlineData("!!")]
    [InlineData("en_US")]
    [InlineData("en-")]
    [InlineData("")]
    public void What_is_no_tag_is_answered_with_examples(string said) =>
        Assert.Equal(
            $"'{said}' is not a language tag, such as `en`, `es` or `zh-Hant` (BCP 47).",
            LanguageTag.WhyNot(said)
        );

    [Fact]
    public void Nothing_is_wrong_with_a_tag() => Assert.Null(LanguageTag.WhyNot("es-MX"));

    [Fact]
    public void What_is_no_tag_is_not_kept()
    {
        var refused = Assert.Throws<ArgumentException>(() => LanguageTag.Of("klingon"));

        Assert.StartsWith("'klingon' is not a language tag", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_quoted_by_its_beginning() =>
        Assert.Equal(
            $"'{new string('x', 39)}…' is not a language tag, such as `en`, `es` or `zh-Hant` (BCP 47).",
            LanguageTag.WhyNot(new('x', 41))
        );
}
