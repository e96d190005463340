namespace Cwa.Model.Tests;

/// <summary>What an annual report could do better, said when it is saved and when it is submitted.</summary>
public sealed class AnnualReportAdviceTests
{
    private static readonly string FortyWords = string.Join(' ', Enumerable.Repeat("we", 40)) + ".";
    private static readonly string FortyOneWords = "We " + FortyWords;

    private const string Advice =
        "has a sentence of 41 words. Plain sentences have 15 to 20 words on average and never more than 40.";

    private readonly Desk _desk = new(new(1998, 12, 10));

    [Theory]
    [InlineData("1998-10-01T03:59:59Z", true)]
    [InlineData("1998-10-01T04:00:00Z", false)]
    public async Task A_year_that_is_not_over_in_Washington_is_odd(string now, bool isOdd)
    {
        _desk.Clock.Now = DateTimeOffset.Parse(now, null).UtcDateTime;

        var warned = await WarnedAsync(_ => [Says(Reporting.Words)]);

        Assert.Equal(isOdd ? ["year: The fiscal year 1998 is not over yet."] : [], warned);
    }

    [Fact]
    public async Task A_long_sentence_is_told_where_it_stands()
    {
        Assert.Empty(await WarnedAsync(_ => [Says(FortyWords)], summary: FortyWords));
        Assert.Equal(
            [$"summary: The summary {Advice}", $"statements.1.text: Statement 2 {Advice}"],
            await WarnedAsync(_ => [Says("We did it."), Says(FortyOneWords)], summary: FortyOneWords)
        );
    }

    [Theory]
    [InlineData("1997-10-01", true)]
    [InlineData("1997-10-02", false)]
    public async Task A_standard_that_was_withdrawn_before_the_year_is_odd(string withdrawnOn, bool isOdd)
    {
        var warned = await WarnedAsync(
            standard =>
            {
                standard.Withdraw(DateOnly.ParseExact(withdrawnOn, "yyyy-MM-dd"));
                return [Says(Reporting.Words)];
            },
            effectiveFrom: new(1995, 1, 1)
        );

        Assert.Equal(
            isOdd
                ?
                [
                    "statements.0.standardId: The standard of statement 1 was withdrawn on 1997-10-01, "
                        + "before the fiscal year 1998.",
                ]
                : [],
            warned
        );
    }

    [Theory]
    [InlineData("1998-09-30", false)]
    [InlineData("1998-10-01", true)]
    public async Task A_standard_that_took_effect_after_the_year_is_odd(string effectiveFrom, bool isOdd)
    {
        var warned = await WarnedAsync(
            _ => [Says(Reporting.Words)],
            effectiveFrom: DateOnly.ParseExact(effectiveFrom, "yyyy-MM-dd")
        );

        Assert.Equal(
            isOdd
                ?
                [
                    "statements.0.standardId: The standard of statement 1 took effect on 1998-10-01, "
                        + "after the fiscal year 1998.",
                ]
                : [],
            warned
        );
    }

    [Theory]
    [InlineData(95.0, true, null)]
    [InlineData(94.9, true, "met")]
    [InlineData(94.9, false, null)]
    [InlineData(95.0, false, "not met")]
    [InlineData(null, true, null)]
    [InlineData(94.9, null, null)]
    public async Task A_verdict_that_the_result_contradicts_is_odd(double? result, bool? met, string? verdict)
    {
        var warned = await WarnedAsync(_ => [Says(Reporting.Words) with { Result = result, Met = met }]);

        Assert.Equal(
            verdict is null
                ? []
                :
                [
                    $"statements.0.met: Statement 1 says that the standard was {verdict}, "
                        + "but its result says otherwise.",
                ],
            warned
        );
    }

    [Theory]
    [InlineData(37, 2, false)]
    [InlineData(39, 1, true)]
    public async Task Statements_that_take_more_than_twelve_years_of_school_are_odd(int easy, int hard, bool isOdd)
    {
        var words = Enumerable.Repeat("we", easy).Concat(Enumerable.Repeat("letter", hard));

        var warned = await WarnedAsync(_ => [Says($"{string.Join(' ', words)}.")]);

        Assert.Equal(
            isOdd
                ? ["statements: Reading the statements takes 12.1 years of school; plain English takes about 8."]
                : [],
            warned
        );
    }

    [Fact]
    public async Task When_it_is_submitted_all_is_told_of_the_reports_id()
    {
        var (agency, _, report) = await _desk.ReportAsync(
            AnnualReportStatus.Draft,
            standard => [new(standard.Id, FortyOneWords, 94, true)]
        );

        var done = await _desk.ClerkOf(agency).DoAsync(new SubmitAnnualReport { AnnualReportId = report.AsId() });

        Assert.All(done.Warnings, warning => Assert.Equal(["input", "annualReportId"], warning.Path));
        Assert.Contains($"input.annualReportId: Statement 1 {Advice}", done.Warned);
    }

    private async Task<IEnumerable<string>> WarnedAsync(
        Func<ServiceStandard, AnnualStatementInput[]> says,
        string? summary = null,
        DateOnly? effectiveFrom = null
    )
    {
        var agency = await _desk.AgencyAsync();
        var standard = Reporting.Standard(agency, effectiveFrom);
        var statements = says(standard);
        await _desk.SaveAsync(standard);
        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                new SaveAnnualReportDraft
                {
                    AgencyId = agency.AsId(),
                    Year = 1998,
                    YearBasis = YearBasis.Fiscal,
                    Title = "How we served you",
                    Summary = summary,
                    Statements = [.. statements.Select(s => s with { StandardId = standard.AsId() })],
                }
            );
        Assert.Equal(summary, done.Record.Summary);
        return done.Warned.Select(warning => warning["input.".Length..]);
    }

    private static AnnualStatementInput Says(string text) => new() { StandardId = default, Text = text };
}
