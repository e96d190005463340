using System.Globalization;
using CsCheck;

namespace Cwa.Model.Tests;

/// <summary>Numbers as people write them.</summary>
public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("1234567")]
    [InlineData("1,234,567")]
    [InlineData("1 234 567")]
    [InlineData("1'234'567")]
    [InlineData("1\u00A0234\u00A0567")]
    [InlineData("1\u202F234\u202F567")]
    public void Thousands_may_be_separated(string text)
    {
        Assert.True(WrittenNumber.TryWhole(text, out var whole));
        Assert.True(WrittenNumber.TryNumber(text, out var number));
        Assert.Equal((1_234_567L, 1_234_567.0), (whole, number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("1,00")]
    [InlineData("1,234 567")]
    [InlineData("1.234")]
    [InlineData("12,3456")]
    [InlineData(",123")]
    [InlineData("about 5")]
    public void What_is_no_whole_number_is_not_guessed(string text) =>
        Assert.False(WrittenNumber.TryWhole(text, out _));

    [Theory]
    [InlineData("4.5", 4.5)]
    [InlineData("4,5", 4.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1 234.5", 1234.5)]
    [InlineData("1,234", 1234)]
    public void Decimals_may_stand_after_a_comma(string text, double expected)
    {
        Assert.True(WrittenNumber.TryNumber(text, out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    [InlineData("x")]
    public void What_is_no_number_is_not_guessed(string text) => Assert.False(WrittenNumber.TryNumber(text, out _));

    [Fact]
    public void Any_number_written_with_separators_is_read_as_that_number() =>
        Gen.Long[0, 1_000_000_000_000]
            .Sample(number =>
            {
                Assert.True(WrittenNumber.TryWhole(number.ToString("N0", CultureInfo.InvariantCulture), out var read));
                Assert.Equal(number, read);
            });

    [Theory]
    [InlineData("true", true)]
    [InlineData("Yes", true)]
    [InlineData("y", true)]
    [InlineData("1", true)]
    [InlineData("X", true)]
    [InlineData("False", false)]
    [InlineData("no", false)]
    [InlineData("0", false)]
    public void A_flag_is_yes_or_no(string text, bool expected)
    {
        Assert.True(WrittenFlag.TryParse(text, out var flag));
        Assert.Equal(expected, flag);
        Assert.False(WrittenFlag.TryParse("maybe", out _));
    }
}
