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
    public void Case_space_accents_and_compatibility_forms_do_not_matter(string text, string expected) =>
        Assert.Equal(expected, SearchText.Normalize(text));

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
