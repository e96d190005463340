namespace Cwa.Model.Tests;

/// <summary>Days whose year is more likely a slip than meant, wherever a verb has them.</summary>
public sealed class FarDaysTests
{
    private static readonly DateOnly Today = new(1998, 4, 14);

    private readonly Findings _findings = new();

    [Theory]
    [InlineData("1947-12-31", true)]
    [InlineData("1948-01-01", false)]
    [InlineData("2048-12-31", false)]
    [InlineData("2049-01-01", true)]
    public void A_day_is_far_more_than_fifty_years_away(string day, bool isFar)
    {
        Warn(new() { On = DateOnly.ParseExact(day, "yyyy-MM-dd") });

        Assert.Equal(isFar ? [$"input.on: {day} is more than 50 years from today. Check the year."] : [], Warned());
    }

    [Fact]
    public void A_month_is_far_by_its_first_day()
    {
        Warn(new() { Month = new(1898, 4) });

        Assert.Equal(["input.month: 1898-04-01 is more than 50 years from today. Check the year."], Warned());
    }

    [Fact]
    public void A_day_of_a_part_is_told_where_it_stands()
    {
        var far = new SayPart { On = new(1898, 4, 14) };

        Warn(new() { Parts = [new(), far], Part = far });

        Assert.Equal(["input.parts.1.on", "input.part.on"], Warned().Select(warning => warning.Split(':')[0]));
    }

    [Fact]
    public void What_the_verb_found_odd_about_a_day_is_enough()
    {
        _findings.Check.Warn("It has passed.", "on");
        _findings.Check.Warn("It is short.", "title");

        Warn(new() { On = new(1898, 4, 14), Month = new(1898, 4) });

        Assert.Equal(["input.on", "input.title", "input.month"], Warned().Select(warning => warning.Split(':')[0]));
    }

    private void Warn(Say said) => InputCheck.Of(said, Today, _findings.Check).WarnOfFarDays();

    private IEnumerable<string> Warned() =>
        _findings.Warnings.Select(warning => $"{string.Join('.', warning.Path)}: {warning.Message}");
}
