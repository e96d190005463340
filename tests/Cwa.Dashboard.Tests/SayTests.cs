using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Tests;

public sealed class SayTests
{
    [Theory]
    [InlineData("en", "English")]
    [InlineData("es", "Spanish")]
    [InlineData("not a language", "not a language")]
    public void A_language_is_told_by_its_name_or_by_its_code(string code, string said) =>
        Assert.Equal(said, Say.Language(code));
}
