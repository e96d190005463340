namespace Cwa.Model.Tests;

public sealed class CheckTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Findings _findings = new();

    private Check Check => _findings.Check;

    [Fact]
    public void A_place_is_named_from_the_input_inwards()
    {
        Assert.Equal(["input"], Check.Path());
        Assert.Equal(["input", "startsOn"], Check.Path("StartsOn"));
        Assert.Equal(["input", "source", "eventId"], Check.In("Source").Path("eventId"));
        Assert.Equal(["input", "events", "3", "title"], Check.In("Events", 3).Path("Title"));
        Assert.Equal(["input", "events", "3", "coHostIds", "0"], Check.In("events", 3).Path("coHostIds", "0"));
    }

    [Fact]
    public void All_that_is_found_in_what_is_only_named_is_told_of_its_name()
    {
        var named = Check.Of("ReportId");

        Assert.Equal(["input", "reportId"], named.Path("title"));
        Assert.Equal(["input", "reportId"], named.In("events", 3).Path("title"));
        Assert.Equal(["input", "reportId"], named.In("source").Path("title"));
    }

    [Fact]
    public void What_is_wrong_anywhere_is_wrong_everywhere()
    {
        var part = Check.In("source");
        Assert.True(Check.IsGood);

        part.Refuse(new TextMissing(), "eventId");

        Assert.False(Check.IsGood);
        Assert.False(part.IsGood);
        Assert.Equal(["input", "source", "eventId"], Assert.Single(_findings.Refusals).Path);
    }

    [Fact]
    public void What_is_odd_is_good()
    {
        Check.Warn("Odd.", "Title");

        Assert.True(Check.IsGood);
        var warning = Assert.Single(_findings.Warnings);
        Assert.Equal("Odd.", warning.Message);
        Assert.Equal(["input", "title"], warning.Path);
        Assert.True(Check.IsWarned("Title"));
        Assert.False(Check.IsWarned("Text"));
        Assert.True(Check.IsRead("Title"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Snow", null)]
    [InlineData(" Snow \r\n", null)]
    [InlineData("Snows", "TextTooLong")]
    [InlineData("", "TextMissing")]
    [InlineData(" \r\n\u200B", "TextMissing")]
    [InlineData("a\u0007", "TextNotStorable")]
    public void A_text_says_something_that_fits_and_can_be_kept(string? text, string? refusal)
    {
        Check.Text(text, 4, "reason");

        Assert.Equal(refusal is null ? [] : [$"reason {refusal}"], Refused());
    }

    [Fact]
    public void A_text_that_cannot_be_kept_is_told_which_character_and_where()
    {
        Check.Text(" a\u0007b", 4, "reason");

        var refusal = Assert.IsType<TextNotStorable>(Assert.Single(_findings.Refusals));
        Assert.Equal(("U+0007", 2), (refusal.Character, refusal.Position));
        Assert.Equal("This text holds U+0007, a control character, at position 2. Take it out.", refusal.Message);
    }

    [Fact]
    public void A_text_that_is_too_long_is_told_by_how_much()
    {
        Check.Text(" Snows ", 4, "reason");

        var refusal = Assert.IsType<TextTooLong>(Assert.Single(_findings.Refusals));
        Assert.Equal((5, 4), (refusal.Length, refusal.MaxLength));
    }

    [Fact]
    public void Each_text_of_a_list_is_checked_where_it_stands()
    {
        Check.Texts(["Snow", "", "Snows"], mostItems: 3, most: 4, "issues");

        Assert.Equal(["1 TextMissing", "2 TextTooLong"], Refused());
    }

    [Fact]
    public void The_texts_of_a_list_that_is_too_long_are_not_looked_at()
    {
        Check.Texts(["Snow", "", "Snows"], mostItems: 2, most: 4, "issues");

        var refusal = Assert.IsType<TooMany>(Assert.Single(_findings.Refusals));
        Assert.Equal((3, 2), (refusal.Count, refusal.Most));
        Assert.Equal(["input", "issues"], refusal.Path);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(-1L, "NegativeNumber")]
    [InlineData(0L, null)]
    [InlineData(1_000_000_000_000, null)]
    [InlineData(1_000_000_000_001, "NumberTooLarge")]
    public void A_count_is_from_0_to_a_trillion(long? count, string? refusal)
    {
        Check.NotNegative(count, "received");

        Assert.Equal(refusal is null ? [] : [$"received {refusal}"], Refused());
    }

    [Theory]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    public void A_number_is_there_or_a_reason_is(bool isThere, bool hasReason, bool? isMissing)
    {
        Check.NumberOrReason(isThere, hasReason, "countsMissing");

        Assert.Equal(
            isMissing is { } missing ? [missing] : [],
            _findings.Refusals.Cast<NumberOrReason>().Select(r => r.IsMissing)
        );
        Assert.All(
            _findings.Refusals,
            r =>
                Assert.StartsWith(
                    isMissing == true ? "A number is left out." : "No number is missing",
                    r.Message,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "foundOn DateInFuture")]
    public void A_day_has_come_when_it_is_today(int days, string? refusal)
    {
        Check.HasCome(Day.AddDays(days), Day, "foundOn");

        Assert.Equal(refusal is null ? [] : [refusal], Refused());
        Assert.All(_findings.Refusals, r => Assert.Equal(Day, ((DateInFuture)r).Today));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 1, null)]
    [InlineData(0, -1, "endsOn EndBeforeStart")]
    [InlineData(null, 0, null)]
    [InlineData(0, null, null)]
    [InlineData(null, null, null)]
    public void A_last_day_is_not_before_the_first(int? first, int? last, string? refusal)
    {
        Check.InOrder(DayAt(first), DayAt(last), "endsOn");

        Assert.Equal(refusal is null ? [] : [refusal], Refused());
        Assert.All(_findings.Refusals, r => Assert.Equal(Day, ((EndBeforeStart)r).StartsOn));

        static DateOnly? DayAt(int? days) => days is { } number ? Day.AddDays(number) : null;
    }

    private IEnumerable<string> Refused() => _findings.Refusals.Select(r => $"{r.Path[^1]} {r.GetType().Name}");
}
