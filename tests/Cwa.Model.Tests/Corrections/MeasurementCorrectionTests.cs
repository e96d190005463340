using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class MeasurementCorrectionTests
{
    private static readonly ReportMonth May = new(1998, 5);

    private readonly Desk _desk = new(new(1998, 6, 30));

    [Fact]
    public async Task A_corrected_measurement_keeps_its_id_and_what_it_said_before()
    {
        var (agency, measured) = await MeasuredAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Correct(measured) with { Value = 94.5 });

        Assert.Equal(
            (measured.Id, 94.5, false, _desk.Clock.Now, null),
            (done.Record.Id, done.Record.Value, done.Record.Met, done.Record.CorrectedAt, done.Record.RetractedAt)
        );
        Assert.Equal(measured.RecordedAt, done.Record.RecordedAt);
        Assert.Equal([(FeedKind.MeasurementRecorded, agency.Id, measured.Id)], done.Announced);
        var earlier = Assert.Single(await EarlierAsync(measured.Id));
        Assert.Equal(
            (96d, true, null, _desk.Clock.Now, "Two weeks were left out."),
            (earlier.Value, earlier.Met, earlier.CorrectedAt, earlier.RetractedAt, earlier.RetractionReason)
        );
        Assert.NotEqual(measured.Id, earlier.Id);
        var counting = await _desk.ReadAsync(db =>
            db.Measurements.Where(m => m.StandardId == measured.StandardId).Select(m => m.Value).ToListAsync()
        );
        Assert.Equal([94.5], counting);
    }

    [Fact]
    public async Task The_trail_of_a_corrected_measurement_is_one_entry_with_before_and_after()
    {
        var (agency, measured) = await MeasuredAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Correct(measured) with { Value = 94.5 });

        var entry = Assert.Single(done.Audited);
        Assert.Equal(("correctMeasurement", measured.Id), (entry.Action, entry.SubjectId));
        Assert.Contains("\"value\":96", entry.Before, StringComparison.Ordinal);
        Assert.Contains("\"value\":94.5", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measurement_is_corrected_as_often_as_needed_even_back_to_what_it_was()
    {
        var (agency, measured) = await MeasuredAsync();
        var clerk = _desk.ClerkOf(agency);

        await clerk.DoAsync(Correct(measured) with { Value = 94.5 });
        _desk.Clock.Now = _desk.Clock.Now.AddHours(1);
        var back = await clerk.DoAsync(Correct(measured) with { Reason = "They were in it." });

        Assert.Equal(96, back.Record.Value);
        Assert.Equal([94.5, 96d], (await EarlierAsync(measured.Id)).Select(m => m.Value));
    }

    [Fact]
    public async Task A_correction_that_says_the_same_is_refused()
    {
        var (agency, measured) = await MeasuredAsync();
        var clerk = _desk.ClerkOf(agency);

        var same = await clerk.DoAsync(Correct(measured));
        await clerk.DoAsync(Correct(measured) with { Value = 94.5 });
        var again = await clerk.DoAsync(Correct(measured) with { Value = 94.5 });

        Assert.IsType<NothingCorrected>(Assert.Single(same.Refusals));
        Assert.IsType<NothingCorrected>(Assert.Single(again.Refusals));
        Assert.Single(await EarlierAsync(measured.Id));
    }

    [Fact]
    public async Task A_correction_obeys_the_rules_of_recording()
    {
        var (agency, measured) = await MeasuredAsync();
        var clerk = _desk.ClerkOf(agency);
        var april = (
            await clerk.DoAsync(Measure(measured.StandardId) with { FromMonth = new(1998, 4), ToMonth = new(1998, 4) })
        ).Record;

        Assert.Equal(
            ["input.fromMonth MeasurementAlreadyRecorded: A measurement for 1998-05 is already recorded."],
            (await clerk.DoAsync(Correct(april))).Refused
        );
        Assert.IsType<NumberOrReason>(
            Assert.Single((await clerk.DoAsync(Correct(measured) with { Value = null })).Refusals)
        );
        Assert.Equal(
            ["input.reason TextMissing"],
            (await clerk.DoAsync(Correct(measured) with { Value = 1, Reason = " " })).Refused.Select(r =>
                r.Split(':')[0]
            )
        );
    }

    [Fact]
    public async Task A_withdrawn_measurement_counts_no_longer_and_leaves_its_period_free()
    {
        var (agency, measured) = await MeasuredAsync();
        var clerk = _desk.ClerkOf(agency);

        var done = await clerk.DoAsync(Withdraw(measured));

        Assert.Equal(
            (_desk.Clock.Now, "Another office's.", null),
            (done.Record.RetractedAt, done.Record.RetractionReason, done.Record.CurrentId)
        );
        Assert.Equal([(FeedKind.MeasurementRecorded, agency.Id, measured.Id)], done.Announced);
        Assert.False(await _desk.ReadAsync(db => db.Measurements.AnyAsync(m => m.Id == measured.Id)));
        Assert.Equal(50, (await clerk.DoAsync(Measure(measured.StandardId) with { Value = 50 })).Record.Value);
    }

    [Fact]
    public async Task What_counts_no_longer_is_neither_corrected_nor_withdrawn_nor_cited()
    {
        var (agency, measured) = await MeasuredAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Correct(measured) with { Value = 94.5 });
        var earlier = (await EarlierAsync(measured.Id))[0];
        await clerk.DoAsync(Withdraw(measured));

        Assert.Equal(
            ["input.measurementId RecordNotCurrent: " + "This record was withdrawn on 1998-06-30: Another office's."],
            (await clerk.DoAsync(Correct(measured) with { Value = 1 })).Refused
        );
        Assert.Equal(
            [
                "input.measurementId RecordNotCurrent: This is what a record said until it was corrected on "
                    + "1998-06-30. Use the record's own id.",
            ],
            (await clerk.DoAsync(Withdraw(earlier))).Refused
        );
        var cited = await clerk.DoAsync(Cite(measured));
        Assert.True(Assert.IsType<RecordNotCurrent>(Assert.Single(cited.Refusals)).IsWithdrawn);
    }

    [Fact]
    public async Task A_measurement_that_a_plan_cites_is_corrected_but_not_withdrawn()
    {
        var (agency, measured) = await MeasuredAsync();
        var clerk = _desk.ClerkOf(agency);
        var citation = (await clerk.DoAsync(Cite(measured))).Record;

        var withdrawn = await clerk.DoAsync(Withdraw(measured));
        var corrected = await clerk.DoAsync(Correct(measured) with { Value = 94.5 });

        Assert.Equal(
            [
                "input.measurementId RecordInUse: Other records rest on this one (citations of plans: 1). "
                    + "Withdraw them first, or correct this record instead.",
            ],
            withdrawn.Refused
        );
        Assert.Equal(citation.MeasurementId, corrected.Record.Id);
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_what_is_another_agencys()
    {
        var (_, measured) = await MeasuredAsync();
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(measured))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(measured))).Refusals));
    }

    private async Task<(Agency Agency, Measurement Measured)> MeasuredAsync()
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
            new(1995, 1, 1)
        );
        await _desk.SaveAsync(standard);
        return (agency, (await _desk.ClerkOf(agency).DoAsync(Measure(standard.Id))).Record);
    }

    private Task<List<Measurement>> EarlierAsync(Guid id) =>
        _desk.ReadAsync(db =>
            db.Set<Measurement>().Where(m => m.CurrentId == id).OrderByDescending(m => m.RetractedAt).ToListAsync()
        );

    private static RecordMeasurement Measure(Guid standardId) =>
        new()
        {
            StandardId = new("", standardId),
            FromMonth = May,
            ToMonth = May,
            Value = 96,
        };

    private static CorrectMeasurement Correct(Measurement measured) =>
        new()
        {
            MeasurementId = measured.AsId(),
            FromMonth = May,
            ToMonth = May,
            Value = 96,
            Reason = "Two weeks were left out.",
        };

    private static WithdrawMeasurement Withdraw(Measurement measured) =>
        new() { MeasurementId = measured.AsId(), Reason = "Another office's." };

    private static CitePlan Cite(Measurement measured) =>
        new()
        {
            Law = PlanLaw.Gpra,
            Document = "Strategic plan",
            FiscalYear = 1998,
            Section = "Goal 1",
            CitedBy = new() { MeasurementId = measured.AsId() },
        };
}
