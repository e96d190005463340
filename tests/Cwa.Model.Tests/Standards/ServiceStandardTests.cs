namespace Cwa.Model.Tests;

public sealed class ServiceStandardTests
{
    private static readonly ReportMonth April = new(1998, 4);

    [Theory]
    [InlineData(TargetDirection.AtLeast, 94.9, false)]
    [InlineData(TargetDirection.AtLeast, 95, true)]
    [InlineData(TargetDirection.AtMost, 95, true)]
    [InlineData(TargetDirection.AtMost, 95.1, false)]
    public void A_measurement_is_judged_by_the_direction_of_its_target(
        TargetDirection direction,
        double value,
        bool met
    ) => Assert.Equal(met, new Measurement(Promise(direction), April, April, value).Met);

    [Fact]
    public void A_missing_value_is_neither_MET_nor_MISSED() =>
        Assert.Null(new Measurement(Promise(), April, April, null, MissingReason.NotCollected).Met);

    [Fact]
    public void A_measurement_has_a_value_or_a_reason_and_never_both()
    {
        Assert.Throws<ArgumentException>(() => new Measurement(Promise(), April, April, null));
        Assert.Throws<ArgumentException>(() =>
            new Measurement(Promise(), April, April, 95, MissingReason.NotCollected)
        );
    }

    [Fact]
    public void A_period_does_not_end_before_it_begins()
    {
        Assert.Throws<ArgumentException>(() => new Measurement(Promise(), April, new ReportMonth(1998, 3), 95));
        Assert.Throws<ArgumentException>(() =>
            new Analysis(
                Guid.NewGuid(),
                April,
                new ReportMonth(1998, 3),
                [],
                "Most calls ask about notices.",
                new(1998, 5, 1)
            )
        );
    }

    [Fact]
    public void A_standard_is_withdrawn_once()
    {
        var standard = Promise();
        standard.Withdraw(new(1998, 12, 31));

        Assert.Throws<InvalidOperationException>(() => standard.Withdraw(new(1999, 1, 1)));
    }

    [Fact]
    public void A_standard_is_withdrawn_at_the_earliest_on_its_first_day()
    {
        Assert.Throws<ArgumentException>(() => Promise().Withdraw(new(1997, 12, 31)));
        var standard = Promise();

        standard.Withdraw(new(1998, 1, 1));

        Assert.Equal(new DateOnly(1998, 1, 1), standard.WithdrawnOn);
    }

    [Fact]
    public void An_analysis_names_each_kind_of_complaint_once()
    {
        var analysis = new Analysis(
            Guid.NewGuid(),
            April,
            April,
            [TopCategory.Cost, TopCategory.Timeliness, TopCategory.Cost],
            "Most calls ask about notices.",
            new(1998, 5, 1)
        );

        Assert.Equal([TopCategory.Timeliness, TopCategory.Cost], analysis.Categories);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Analysis(Guid.NewGuid(), April, April, [0], "Most calls ask.", new(1998, 5, 1))
        );
    }

    [Fact]
    public void A_target_is_a_number() =>
        Assert.ThrowsAny<ArgumentException>(() =>
            new ServiceStandard(
                Guid.NewGuid(),
                "We answer.",
                "calls answered",
                "percent",
                double.NaN,
                TargetDirection.AtLeast,
                CustomerGroup.Business,
                new(1998, 1, 1)
            )
        );

    private static ServiceStandard Promise(TargetDirection direction = TargetDirection.AtLeast) =>
        new(
            Guid.NewGuid(),
            "We answer 95 percent of calls within five minutes.",
            "calls answered within five minutes",
            "percent",
            95,
            direction,
            CustomerGroup.Beneficiaries,
            new(1998, 1, 1)
        );
}
