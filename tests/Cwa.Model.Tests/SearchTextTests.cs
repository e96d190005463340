using System.Text;

namespace Cwa.Model.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("  Social   Security\tAdministration ", "SOCIAL SECURITY ADMINISTRATION")]
    [InlineData("ﬁeld oﬃce", "FIELD OFFICE")]
    [InlineData("peña", "PEÑA")]
    public void Case_space_and_compatibility_forms_do_not_matter(string text, string expected) =>
        Assert.Equal(expected, SearchText.Normalize(text));

    [Fact]
    public void The_longest_expansion_is_known()
    {
        var longest = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code).ToString())
            .Where(StorableText.IsStorable).Max(text => SearchText.Normalize(text).Length / text.Length);

        Assert.Equal(SearchText.MostExpansion, longest);
    }
}
