using System.Text;

namespace Cwa.Model.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("  Social   Security\tAdministration ", "SOCIAL SECURITY ADMINISTRATION")]
    [InlineData("ﬁeld oﬃce", "FIELD OFFICE")]
    [InlineData("peña pen\u0303a", "PENA PENA")]
    [InlineData("Worker\u2019s \u201Cday\u201D \u2013 1\u20112", "WORKER'S \"DAY\" - 1-2")]
    [InlineData("no\u00A0break, wi\u00ADth\u200Bout", "NO BREAK, WITHOUT")]
    [InlineData("Straße ΣΊΣΥΦΟΣ ίς", "STRASSE ΣΙΣΥΦΟΣ ΙΣ")]
    [InlineData("हिन्दी 한국어", "हिन्दी 한국어")]
    public void Case_and_spaces_and_accents_and_compatibility_forms_do_not_matter(string text, string expected) =>
        Assert.Equal(expected, SearchText.Normalize(text));

    [Theory]
    [InlineData("\u2018 \u2019 \u201B \u02BC \u02B9 \u2032 \u00B4", "' ' ' ' ' ' '")]
    [InlineData("\u201C \u201D \u201E \u201F \u2033", "\" \" \" \" \"")]
    [InlineData("\u2010 \u2011 \u2012 \u2013 \u2014 \u2212", "- - - - - -")]
    [InlineData("ß ẞ", "SS SS")]
    [InlineData("a\u0300 e\u036F \u2764\uFE00 \u2764\uFE0F", "A E \u2764 \u2764")]
    [InlineData("\u0370", "\u0370")]
    [InlineData("\u02FF \uFE10", "\u02FF ,")]
    public void Each_kind_of_a_sign_is_found_by_the_plain_one(string text, string expected) =>
        Assert.Equal(expected, SearchText.Normalize(text));

    [Fact]
    public void Texts_of_one_form_are_the_same()
    {
        Assert.True(SearchText.Same.Equals("Peña", "PENA"));
        Assert.False(SearchText.Same.Equals("Peña", "PEN"));
        Assert.True(SearchText.Same.Equals(null, null));
        Assert.False(SearchText.Same.Equals(null, "Peña"));
        Assert.False(SearchText.Same.Equals("Peña", null));
        Assert.Equal(SearchText.Same.GetHashCode("Peña"), SearchText.Same.GetHashCode("  pena "));
    }

    [Fact]
    public void What_no_text_can_have_is_searched_as_the_sign_that_stands_for_it() =>
        Assert.Equal("HALL \uFFFD", SearchText.Normalize("hall \uD83D"));

    [Fact]
    public void The_longest_expansion_is_known()
    {
        var longest = Enumerable
            .Range(0, 0x110000)
            .Where(Rune.IsValid)
            .Select(code => new Rune(code).ToString())
            .Where(text => PlainText.FirstUnwanted(text) is null)
            .Max(text => SearchText.Normalize(text).Length / text.Length);

        Assert.Equal(SearchText.MostExpansion, longest);
    }
}
