namespace Cwa.Model.Tests;

/// <summary>States, languages and choices as people write them.</summary>
public sealed class WrittenWordTests
{
    [Theory]
    [InlineData("CA")]
    [InlineData("ca")]
    [InlineData("California")]
    [InlineData("Calif.")]
    public void A_state_goes_by_its_code_its_name_or_a_short_form(string text)
    {
        Assert.True(States.TryParse(text, out var state));
        Assert.Equal(StateCode.CA, state);
        Assert.False(States.TryParse("Kalifornien", out _));
    }

    [Theory]
    [InlineData("D.C.")]
    [InlineData("Washington, D.C.")]
    [InlineData("District of Columbia")]
    public void Washington_is_no_state(string text)
    {
        Assert.True(States.TryParse(text, out var state));
        Assert.Equal(StateCode.DC, state);
    }

    [Theory]
    [InlineData("Spanish", "es")]
    [InlineData("spa", "es")]
    [InlineData("Farsi", "fa")]
    [InlineData("Sign language", "ase")]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("Klingon", "Klingon")]
    public void A_language_goes_by_its_name(string text, string tag) => Assert.Equal(tag, LanguageTag.Understood(text));

    [Theory]
    [InlineData("FACE_TO_FACE", Medium.FaceToFace)]
    [InlineData("Face to face", Medium.FaceToFace)]
    [InlineData("face-to-face", Medium.FaceToFace)]
    [InlineData("In person", Medium.FaceToFace)]
    [InlineData("phone", Medium.Telephone)]
    [InlineData("E-mail", Medium.Electronic)]
    public void A_choice_goes_by_its_name_or_by_the_words_for_it(string text, Medium expected)
    {
        Assert.True(Choices<Medium>.TryParse(text, out var medium));
        Assert.Equal(expected, medium);
        Assert.False(Choices<Medium>.TryParse("smoke", out _));
    }

    [Fact]
    public void No_word_stands_for_two_choices()
    {
        AreApart<Medium>();
        AreApart<EventFormat>();
        AreApart<Access>();
        AreApart<TopicScope>();
        AreApart<PlaceKind>();
        AreApart<EventStatus>();
        AreApart<CountMethod>();
        AreApart<Channel>();
        AreApart<TopCategory>();
        AreApart<AgencyKind>();
        AreApart<MissingReason>();
    }

    private static void AreApart<T>()
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>()
            .SelectMany(member =>
                typeof(T)
                    .GetField($"{member}")!
                    .GetCustomAttributes(inherit: false)
                    .OfType<SaidAsAttribute>()
                    .SelectMany(said => said.Words)
                    .Select(Letters.Of)
                    .Append(Letters.Of(Choices<T>.Name(member)))
            )
            .ToList();

        Assert.Equal(words.Distinct(), words);
    }
}
