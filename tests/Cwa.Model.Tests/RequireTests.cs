namespace Cwa.Model.Tests;

/// <summary>What entities take, and what they take for a mistake of ours, at the edge of each promise.</summary>
public sealed class RequireTests
{
    private static readonly DateTime Instant = new(1998, 3, 3, 17, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_text_is_kept_in_its_form_up_to_its_length() =>
        Assert.Equal(("abc", "a\nb", null), (Text("  abc ", 3), Text("a\r\nb", 3), Require.OptionalText(null, 3)));

    [Theory]
    [InlineData("abcd")]
    [InlineData(" \u200B ")]
    [InlineData("")]
    [InlineData("a\u0007")]
    public void A_text_that_is_too_long_or_says_nothing_or_cannot_be_kept_is_none(string text)
    {
        Assert.Throws<ArgumentException>(nameof(text), () => Text(text, 3));
        Assert.Throws<ArgumentException>(nameof(text), () => Require.OptionalText(text, 3));
    }

    [Fact]
    public void A_text_that_must_be_there_is_not_null()
    {
        string? title = null;

        Assert.Throws<ArgumentNullException>(nameof(title), () => Require.Text(title, 3));
    }

    [Fact]
    public void A_list_of_texts_holds_at_most_so_many_of_such_a_length()
    {
        Assert.Equal(["a", "bcd"], Require.Texts([" a ", "bcd"], maxCount: 2, maxLength: 3));
        Assert.Throws<ArgumentException>(() => Require.Texts(["a", "b", "c"], maxCount: 2, maxLength: 3));
        Assert.Throws<ArgumentException>(() => Require.Texts(["abcd"], maxCount: 2, maxLength: 3));
    }

    [Fact]
    public void A_value_of_a_closed_set_is_one_of_the_set()
    {
        MissingReason? none = null,
            last = MissingReason.LessThan,
            unknown = (MissingReason)4;

        Assert.Equal((null, MissingReason.LessThan), (Require.Defined(none), Require.Defined(last)));
        Assert.Throws<ArgumentOutOfRangeException>("unknown", () => Require.Defined(unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Defined((MissingReason)0));
    }

    [Fact]
    public void A_number_of_things_is_zero_or_more()
    {
        int? noInt = null;
        long? noLong = null;

        Assert.Equal((0, 0L), (Require.NotNegative(0), Require.NotNegative(0L)));
        Assert.Equal((7, 7L), (Require.NotNegative((int?)7), Require.NotNegative((long?)7)));
        Assert.Null(Require.NotNegative(noInt));
        Assert.Null(Require.NotNegative(noLong));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.NotNegative(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.NotNegative(-1L));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.NotNegative((int?)-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.NotNegative((long?)-1));
    }

    [Fact]
    public void A_count_goes_from_zero_to_a_trillion()
    {
        long? none = null;

        Assert.Equal((0, Counts.Largest), (Require.Count(0L), Require.Count((long?)Counts.Largest)));
        Assert.Null(Require.Count(none));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Count(-1L));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Count(Counts.Largest + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Count((long?)Counts.Largest + 1));
    }

    [Fact]
    public void A_number_is_finite()
    {
        double? none = null;

        Assert.Equal((-0.5, 0.5), (Require.Number(-0.5), Require.Number((double?)0.5)));
        Assert.Null(Require.Number(none));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Number(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.Number((double?)double.PositiveInfinity));
    }

    [Fact]
    public void An_instant_is_UTC_and_one_that_is_not_said_is_left_open()
    {
        Assert.Equal((Instant, Instant, default), (Require.Utc(Instant), Require.Stamp(Instant), Require.Stamp(null)));
        Assert.Throws<ArgumentException>(() => Require.Utc(DateTime.SpecifyKind(Instant, DateTimeKind.Local)));
        Assert.Throws<ArgumentException>(() => Require.Stamp(DateTime.SpecifyKind(Instant, DateTimeKind.Unspecified)));
    }

    [Fact]
    public void A_period_may_end_as_it_begins_and_not_before()
    {
        Require.InOrder(1, 1);
        Require.InOrder(1, 2);

        Assert.Throws<ArgumentException>(() => Require.InOrder(2, 1));
    }

    [Fact]
    public void A_number_is_there_or_a_reason_why_it_is_not()
    {
        Require.NumberOrReason(isThere: true, reason: null);
        Require.NumberOrReason(isThere: false, MissingReason.NotCollected);

        var missing = Assert.Throws<ArgumentException>(() => Require.NumberOrReason(isThere: false, reason: null));
        var both = Assert.Throws<ArgumentException>(() =>
            Require.NumberOrReason(isThere: true, MissingReason.NotCollected)
        );
        Assert.StartsWith("A missing number needs a reason.", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("No number is missing.", both.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Require.NumberOrReason(isThere: false, (MissingReason)4));
    }

    private static string Text(string? text, int most) => Require.Text(text, most);
}
