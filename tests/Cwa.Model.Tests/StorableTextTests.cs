namespace Cwa.Model.Tests;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Peña, 東京, 👩‍👩‍👧, tab\tand line\n")]
    public void Whole_Unicode_is_kept(string text) => Assert.True(StorableText.IsStorable(text));

    [Theory]
    [InlineData('\0')]
    [InlineData('\uD83D')]
    [InlineData('\uDC69')]
    [InlineData('\uFFFE')]
    public void What_a_database_cannot_keep_is_refused_by_entities(char character)
    {
        var text = $"Town hall {character}";

        Assert.False(StorableText.IsStorable(text));
        Assert.Throws<ArgumentException>(() => Samples.Facts(text));
    }
}
