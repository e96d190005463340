namespace Cwa.Model.Tests;

public sealed class ScorecardYearTests
{
    private static readonly ScorecardYear First = new(1998);

    [Fact]
    public void The_first_year_begins_with_the_memorandum_and_others_in_January()
    {
        Assert.Equal((new DateOnly(1998, 3, 3), new DateOnly(1998, 12, 31)), (First.FirstDay, First.LastDay));
        Assert.Equal(new ReportMonth(1998, 3), First.FirstMonth);
        Assert.Equal(new DateOnly(1999, 1, 1), new ScorecardYear(1999).FirstDay);
        Assert.Equal(new DateOnly(1997, 1, 1), new ScorecardYear(1997).FirstDay);
    }

    [Theory]
    [InlineData("1997-06-01", "1999-06-01", "1998-04 1998-12")]
    [InlineData("1998-05-01", "1998-06-30", "1998-05 1998-06")]
    [InlineData("1998-05-02", "1998-06-29", "")]
    [InlineData("1998-05-02", "1998-06-30", "1998-06 1998-06")]
    [InlineData("1998-05-01", "1998-06-29", "1998-05 1998-05")]
    [InlineData("1998-05-02", "1998-05-01", "")]
    [InlineData("1999-01-01", "1999-06-30", "")]
    public void A_month_counts_when_all_of_it_lies_between_the_days(string from, string through, string months)
    {
        var full = First.FullMonths(Case.Day(from), Case.Day(through)).ToList();

        Assert.Equal(months, full is [] ? "" : $"{full[0]} {full[^1]}");
        Assert.Equal(full is [] ? 0 : full[0].MonthsUntil(full[^1]) + 1, full.Count);
    }

    [Theory]
    [InlineData("1998-03-02", false)]
    [InlineData("1998-03-03", true)]
    [InlineData("1998-06-30", true)]
    [InlineData("1998-07-01", false)]
    public void A_rule_judges_from_its_first_day_through_its_last(string day, bool judges)
    {
        var rule = new ScorecardRule(
            "CWA-1.1",
            Case.Day("1998-03-03"),
            ConversationRules.ThroughoutTheYear,
            Case.Day("1998-06-30")
        );

        Assert.Equal(judges, rule.IsInForceOn(Case.Day(day)));
    }

    [Fact]
    public void A_rule_without_a_last_day_judges_for_good() =>
        Assert.Equal(ScorecardRules.All, ScorecardRules.On(DateOnly.MaxValue));
}
