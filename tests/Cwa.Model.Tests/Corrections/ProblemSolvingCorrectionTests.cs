using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ProblemSolvingCorrectionTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);
    private static readonly EventFacts ProblemSolvingDay = Samples.Facts(format: EventFormat.ProblemSolvingDay);

    private readonly Desk _desk = new(Day);

    [Theory]
    [InlineData(65, 65, "")]
    [InlineData(65, 64, "")]
    [InlineData(
        65,
        90,
        "input.casesResolved: 90 cases were resolved, more than the 65 that were opened. "
            + "That is right only if the others were opened earlier."
    )]
    public async Task More_cases_resolved_than_opened_are_odd(int opened, int resolved, string odd)
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Record(day) with { CasesOpened = opened, CasesResolved = resolved });

        Assert.Equal(resolved, done.Record.CasesResolved);
        Assert.Equal(odd, string.Join('\n', done.Warned));
    }

    [Fact]
    public async Task The_outcome_of_a_day_is_corrected_by_the_rules_of_recording()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);
        var clerk = _desk.ClerkOf(agency);
        var outcome = (await clerk.DoAsync(Record(day))).Record;

        var wrong = await clerk.DoAsync(Correct(outcome) with { WalkIns = -1 });
        var done = await clerk.DoAsync(Correct(outcome) with { CasesResolved = 90 });

        Assert.IsType<NegativeNumber>(Assert.Single(wrong.Refusals));
        Assert.Equal((outcome.Id, day.Id, 90), (done.Record.Id, done.Record.EventId, done.Record.CasesResolved));
        Assert.Single(done.Warned);
        Assert.Equal([(FeedKind.ProblemSolvingOutcomeRecorded, agency.Id, outcome.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db =>
            db.Set<ProblemSolvingOutcome>().SingleAsync(o => o.CurrentId == outcome.Id)
        );
        Assert.Equal((27, "A sheet was missing."), (earlier.CasesResolved, earlier.RetractionReason));
        Assert.Equal(["Notices", "Refunds"], earlier.TopIssues);
    }

    [Fact]
    public async Task Once_its_outcome_is_withdrawn_a_day_can_have_another_or_be_withdrawn_itself()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);
        var clerk = _desk.ClerkOf(agency);
        var first = (await clerk.DoAsync(Record(day))).Record;

        var withdrawn = await clerk.DoAsync(Withdraw(first));
        var second = (await clerk.DoAsync(Record(day))).Record;
        await clerk.DoAsync(Withdraw(second));
        var none = await clerk.DoAsync(new WithdrawEvent { EventId = day.AsId(), Reason = "Another day." });

        Assert.Equal([(FeedKind.ProblemSolvingOutcomeRecorded, agency.Id, first.Id)], withdrawn.Announced);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(EventStatus.Cancelled, none.Record.Status);
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_the_outcome_of_another_agencys_day()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);
        var outcome = (await _desk.ClerkOf(agency).DoAsync(Record(day))).Record;
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(outcome))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(outcome))).Refusals));
    }

    private static RecordProblemSolvingOutcome Record(Event day) =>
        new()
        {
            EventId = day.AsId(),
            Appointments = 40,
            WalkIns = 12,
            SolvedByPhone = 9,
            CasesOpened = 31,
            CasesResolved = 27,
            TopIssues = ["Notices", "Refunds"],
        };

    private static CorrectProblemSolvingOutcome Correct(ProblemSolvingOutcome outcome) =>
        new()
        {
            ProblemSolvingOutcomeId = outcome.AsId(),
            Appointments = 40,
            WalkIns = 12,
            SolvedByPhone = 9,
            CasesOpened = 31,
            CasesResolved = 27,
            TopIssues = ["Notices", "Refunds"],
            Reason = "A sheet was missing.",
        };

    private static WithdrawProblemSolvingOutcome Withdraw(ProblemSolvingOutcome outcome) =>
        new() { ProblemSolvingOutcomeId = outcome.AsId(), Reason = "Another day's." };
}
