namespace Cwa.Model.Tests;

public sealed class RecordProblemSolvingOutcomeTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);
    private static readonly EventFacts ProblemSolvingDay = Samples.Facts(format: EventFormat.ProblemSolvingDay);

    private readonly Desk _desk = new(Day);

    [Fact]
    public async Task What_a_problem_solving_day_achieved_is_recorded_number_by_number()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(day));

        var outcome = done.Record;
        Assert.Equal(
            (40, 12, 9, 31, 27),
            (outcome.Appointments, outcome.WalkIns, outcome.SolvedByPhone, outcome.CasesOpened, outcome.CasesResolved)
        );
        Assert.Equal(["Notices", "Refunds"], outcome.TopIssues);
        Assert.Equal(day.Id, outcome.EventId);
        Assert.Equal([(FeedKind.ProblemSolvingOutcomeRecorded, agency.Id, outcome.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task A_day_that_is_not_confirmed_yet_is_odd()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(day));

        Assert.Equal(["input.eventId: The event has not been confirmed as held yet."], done.Warned);
        Assert.Equal(40, done.Record.Appointments);
    }

    [Fact]
    public async Task Every_number_is_zero_or_more()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);
        var nothing = new RecordProblemSolvingOutcome
        {
            EventId = day.AsId(),
            Appointments = -1,
            WalkIns = -1,
            SolvedByPhone = -1,
            CasesOpened = -1,
            CasesResolved = -1,
        };

        var negative = await _desk.ClerkOf(agency).DoAsync(nothing);
        var zero = await _desk
            .ClerkOf(agency)
            .DoAsync(
                nothing with
                {
                    Appointments = 0,
                    WalkIns = 0,
                    SolvedByPhone = 0,
                    CasesOpened = 0,
                    CasesResolved = 0,
                }
            );

        Assert.Equal(
            ["appointments", "walkIns", "solvedByPhone", "casesOpened", "casesResolved"],
            negative.Refusals.Select(r => Assert.IsType<NegativeNumber>(r).Path[^1])
        );
        Assert.Equal((0, 0), (zero.Record.Appointments, zero.Record.TopIssues.Count));
    }

    [Theory]
    [InlineData(EventFormat.TownHall)]
    [InlineData(null)]
    public async Task Any_event_may_solve_problems(EventFormat? format)
    {
        var (agency, @event) = await _desk.PlannedAsync(Samples.Facts(format: format), Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(@event));

        Assert.Equal((@event.Id, 31), (done.Record.EventId, done.Record.CasesOpened));
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task A_cancelled_day_achieved_nothing_whenever_it_was_to_be()
    {
        var (agency, cancelled) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Cancel);
        _desk.Clock.Now = _desk.Clock.Now.AddDays(-1);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(cancelled));

        Assert.Equal(["input.eventId EventDecided: This event is cancelled."], done.Refused);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public async Task An_outcome_is_recorded_from_the_days_first_day(int days, bool isRefused)
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay);
        _desk.Clock.Now = _desk.Clock.Now.AddDays(days);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(day));

        Assert.Equal(
            isRefused
                ? ["input.eventId EventNotHeldYet: This event starts on 1998-04-14. Send this on that day or later."]
                : [],
            done.Refused
        );
    }

    [Fact]
    public async Task An_outcome_is_recorded_once_for_each_day()
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);
        var (_, another) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);
        var clerk = _desk.ClerkOf(agency);
        await _desk.SaveAsync(new ProblemSolvingOutcome(another, 1, 1, 1, 1, 1, []));
        var first = await clerk.DoAsync(Record(day));

        var second = await clerk.DoAsync(Record(day));

        Assert.Equal(
            ["input.eventId OutcomeAlreadyRecorded: What this event solved was already recorded."],
            second.Refused
        );
        Assert.Equal(first.Record.Id, Assert.IsType<OutcomeAlreadyRecorded>(second.Refusals[0]).Existing.Id);
    }

    [Theory]
    [InlineData(10, 200, null)]
    [InlineData(11, 200, "input.topIssues TooMany: This list has 11 items; at most 10 fit.")]
    [InlineData(1, 201, "input.topIssues.0 TextTooLong: This text has 201 characters; at most 200 fit.")]
    public async Task The_top_issues_are_at_most_ten_of_at_most_200_characters(int count, int length, string? refusal)
    {
        var (agency, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Record(day) with { TopIssues = [.. Enumerable.Repeat(new string('x', length), count)] });

        Assert.Equal(refusal is null ? [] : [refusal], done.Refused);
    }

    [Fact]
    public async Task A_day_of_others_is_not_found()
    {
        var (_, day) = await _desk.PlannedAsync(ProblemSolvingDay, Planning.Confirm);

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Record(day));

        Assert.Equal(
            ["input.eventId RecordNotFound: There is no record with this id for which you may do this."],
            done.Refused
        );
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
}
