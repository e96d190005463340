namespace Cwa.Model.Tests;

/// <summary>Texts and lists that say nothing or too much, wherever a verb has them.</summary>
public sealed class TextLengthsTests
{
    [Fact]
    public void Nothing_is_wrong_with_what_is_left_out() => Assert.Empty(Refused(new()));

    [Theory]
    [InlineData("Snows", null)]
    [InlineData(" Snows ", null)]
    [InlineData("Snowed", "input.title TextTooLong")]
    [InlineData(" ", "input.title TextMissing")]
    public void A_text_fits_its_property(string title, string? refusal) =>
        Assert.Equal(refusal is null ? [] : [refusal], Refused(new() { Title = title }));

    [Fact]
    public void A_text_whose_length_is_not_said_is_not_measured() =>
        Assert.Empty(Refused(new() { Anything = new('x', 10_000) }));

    [Fact]
    public void Each_text_of_a_list_fits() =>
        Assert.Equal(["input.issues.1 TextTooLong"], Refused(new() { Issues = ["Ice", "Snow"] }));

    [Fact]
    public void A_list_of_texts_has_at_most_what_its_property_says() =>
        Assert.Equal(["input.issues TooMany"], Refused(new() { Issues = ["Ice", "Fog", "Sun"] }));

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "input.parts TooMany")]
    public void A_list_of_parts_has_at_most_what_its_property_says(int count, string? refusal) =>
        Assert.Equal(
            refusal is null ? [] : [refusal],
            Refused(new() { Parts = [.. Enumerable.Repeat(new SayPart(), count)] })
        );

    [Fact]
    public void The_texts_of_each_part_are_told_where_they_stand() =>
        Assert.Equal(
            ["input.parts.1.title TextTooLong", "input.part.title TextMissing"],
            Refused(
                new()
                {
                    Parts = [new() { Title = "Ice" }, new() { Title = "Snowed" }],
                    Part = new() { Title = "" },
                }
            )
        );

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "input.idempotencyKey TextTooLong")]
    public void A_key_has_at_most_200_characters(int length, string? refusal) =>
        Assert.Equal(refusal is null ? [] : [refusal], Refused(new() { IdempotencyKey = new('k', length) }));

    private static IEnumerable<string> Refused(Say said)
    {
        var findings = new Findings();
        InputCheck.Of(said, new(1998, 4, 14), findings.Check);
        return findings.Refusals.Select(r => $"{string.Join('.', r.Path)} {r.GetType().Name}");
    }
}
