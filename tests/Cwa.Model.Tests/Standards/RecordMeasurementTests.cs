namespace Cwa.Model.Tests;

public sealed class RecordMeasurementTests
{
    private static readonly ReportMonth May = new(1998, 5);

    private readonly Desk _desk = new(new(1998, 6, 30));

    [Fact]
    public async Task A_promise_is_measured_on()
    {
        var (agency, standard) = await PromisedAsync();

        var kept = await _desk.ClerkOf(agency).DoAsync(Measure(standard) with { FromMonth = new(1998, 4) });
        var missed = await _desk.ClerkOf(agency).DoAsync(Measure(standard) with { Value = 94.9 });
        var unknown = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Measure(standard) with
                {
                    FromMonth = new(1998, 3),
                    Value = null,
                    ValueMissing = MissingReason.NotCollected,
                }
            );

        Assert.Equal(
            (standard.Id, "1998-04", "1998-05", 95d, true),
            (
                kept.Record.StandardId,
                kept.Record.FromMonth.ToString(),
                kept.Record.ToMonth.ToString(),
                kept.Record.Value,
                kept.Record.Met
            )
        );
        Assert.Equal([(FeedKind.MeasurementRecorded, agency.Id, kept.Record.Id)], kept.Announced);
        Assert.Empty(kept.Warned);
        Assert.False(missed.Record.Met);
        Assert.Equal(
            (null, null, MissingReason.NotCollected),
            (unknown.Record.Value, unknown.Record.Met, unknown.Record.ValueMissing)
        );
    }

    [Fact]
    public async Task A_period_is_measured_once()
    {
        var (agency, standard) = await PromisedAsync();
        var clerk = _desk.ClerkOf(agency);
        var two = Measure(standard) with { FromMonth = new(1998, 4) };
        await clerk.DoAsync(Measure(standard));
        await clerk.DoAsync(two);

        Assert.Equal(
            ["input.fromMonth MeasurementAlreadyRecorded: A measurement for 1998-05 is already recorded."],
            (await clerk.DoAsync(Measure(standard))).Refused
        );
        Assert.Equal(
            ["input.fromMonth MeasurementAlreadyRecorded: A measurement for 1998-04 to 1998-05 is already recorded."],
            (await clerk.DoAsync(two)).Refused
        );
    }

    [Fact]
    public async Task A_value_is_there_or_a_reason_why_it_is_not()
    {
        var (agency, standard) = await PromisedAsync();

        var neither = await _desk.ClerkOf(agency).DoAsync(Measure(standard) with { Value = null });
        var both = await _desk
            .ClerkOf(agency)
            .DoAsync(Measure(standard) with { ValueMissing = MissingReason.NotCollected });

        Assert.True(Assert.IsType<NumberOrReason>(Assert.Single(neither.Refusals)).IsMissing);
        Assert.False(Assert.IsType<NumberOrReason>(Assert.Single(both.Refusals)).IsMissing);
        Assert.Equal(["input", "valueMissing"], neither.Refusals[0].Path);
    }

    [Theory]
    [InlineData("1998-06", "1998-06", "", "input.toMonth: 1998-06 is not over yet.")]
    [InlineData("1998-05", "1998-07", "", "input.toMonth: 1998-07 is not over yet.")]
    [InlineData(
        "1998-07",
        "1998-07",
        "input.fromMonth PeriodNotBegun: 1998-07 has not begun, so there are no data yet.",
        "input.toMonth: 1998-07 is not over yet."
    )]
    [InlineData("1998-05", "1998-04", "input.toMonth EndBeforeStart: This end is before the start on 1998-05-01.", "")]
    public async Task A_period_has_begun_and_does_not_end_before_it_begins(
        string from,
        string to,
        string wrong,
        string odd
    )
    {
        var (agency, standard) = await PromisedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Measure(standard) with { FromMonth = ReportMonth.Parse(from), ToMonth = ReportMonth.Parse(to) });

        Assert.Equal(wrong, string.Join('\n', done.Refused));
        Assert.Equal(odd, string.Join('\n', done.Warned));
    }

    [Theory]
    [InlineData("1998-06-01", "")]
    [InlineData("1998-05-31", "input.toMonth: 1998-05 is not over yet.")]
    public async Task A_month_is_over_when_its_last_day_is(string today, string odd)
    {
        var (agency, standard) = await PromisedAsync();

        var done = await new Desk(Case.Day(today)).ClerkOf(agency).DoAsync(Measure(standard));

        Assert.Equal(odd, string.Join('\n', done.Warned));
    }

    [Fact]
    public async Task A_month_has_begun_on_its_first_day()
    {
        var (agency, standard) = await PromisedAsync();

        var done = await new Desk(new(1998, 5, 1)).ClerkOf(agency).DoAsync(Measure(standard));

        Assert.Equal(May, done.Record.FromMonth);
    }

    [Theory]
    [InlineData("1998-05-31", null, "")]
    [InlineData("1998-06-01", null, "input.fromMonth: The standard took effect only on 1998-06-01.")]
    [InlineData("1995-01-01", "1998-05-02", "")]
    [InlineData("1995-01-01", "1998-05-01", "input.toMonth: The standard was withdrawn on 1998-05-01.")]
    public async Task A_period_in_which_the_promise_was_not_given_is_odd(string from, string? withdrawn, string odd)
    {
        var (agency, standard) = await PromisedAsync(Case.Day(from), withdrawn is null ? null : Case.Day(withdrawn));

        var done = await _desk.ClerkOf(agency).DoAsync(Measure(standard));

        Assert.Equal(odd, string.Join('\n', done.Warned));
        Assert.Equal(May, done.Record.FromMonth);
    }

    [Fact]
    public async Task Nobody_measures_on_the_promise_of_an_agency_that_is_not_theirs()
    {
        var (_, standard) = await PromisedAsync();

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Measure(standard));

        Assert.Equal("input.standardId RecordNotFound", Assert.Single(done.Refused).Split(':')[0]);
    }

    [Fact]
    public async Task An_analysis_is_recorded_with_what_was_learned()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Analyze(agency) with { Categories = [TopCategory.Cost, TopCategory.Cost] });

        var analysis = done.Record;
        Assert.Equal(
            (agency.Id, May, May, "Most ask about notices.", new DateOnly(1998, 6, 30)),
            (analysis.AgencyId, analysis.FromMonth, analysis.ToMonth, analysis.Learned, analysis.ConductedOn)
        );
        Assert.Equal([TopCategory.Cost], analysis.Categories);
        Assert.Equal([(FeedKind.AnalysisRecorded, agency.Id, analysis.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(
        "1998-07-01",
        "input.conductedOn DateInFuture: This day is still to come: today is 1998-06-30. "
            + "Send it again once it has happened.",
        ""
    )]
    [InlineData("1998-05-01", "", "")]
    [InlineData("1998-04-30", "", "input.conductedOn: The analysis is dated before its data begin.")]
    public async Task An_analysis_is_dated_today_at_the_latest_and_not_before_its_data(
        string day,
        string wrong,
        string odd
    )
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Analyze(agency) with { ConductedOn = Case.Day(day) });

        Assert.Equal((wrong, odd), (string.Join('\n', done.Refused), string.Join('\n', done.Warned)));
    }

    [Fact]
    public async Task The_period_of_an_analysis_is_judged_as_any()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var ahead = await _desk
            .ClerkOf(agency)
            .DoAsync(Analyze(agency) with { FromMonth = new(1998, 7), ToMonth = new(1998, 7) });
        var foreign = await _desk.ClerkOf(other).DoAsync(Analyze(agency));

        Assert.IsType<PeriodNotBegun>(Assert.Single(ahead.Refusals));
        Assert.IsType<AgencyNotFound>(Assert.Single(foreign.Refusals));
    }

    private async Task<(Agency Agency, ServiceStandard Standard)> PromisedAsync(
        DateOnly? from = null,
        DateOnly? withdrawn = null
    )
    {
        var agency = await _desk.AgencyAsync();
        var standard = new ServiceStandard(
            agency.Id,
            "We answer within a day.",
            "answers",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.Veterans,
            from ?? new(1995, 1, 1)
        );
        if (withdrawn is { } day)
            standard.Withdraw(day);
        await _desk.SaveAsync(standard);
        return (agency, standard);
    }

    private static RecordMeasurement Measure(ServiceStandard standard) =>
        new()
        {
            StandardId = standard.AsId(),
            FromMonth = May,
            ToMonth = May,
            Value = 95,
        };

    private static RecordAnalysis Analyze(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            FromMonth = May,
            ToMonth = May,
            Learned = "Most ask about notices.",
            ConductedOn = new(1998, 6, 30),
        };
}
