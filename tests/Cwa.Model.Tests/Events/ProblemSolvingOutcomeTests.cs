namespace Cwa.Model.Tests;

public sealed class ProblemSolvingOutcomeTests
{
    private readonly Event _day = new(
        Samples.Submitted(Samples.Agency()),
        Samples.Facts(format: EventFormat.ProblemSolvingDay),
        []
    );

    [Fact]
    public void An_outcome_keeps_what_the_day_achieved()
    {
        var id = Guid.NewGuid();

        var outcome = new ProblemSolvingOutcome(_day, 40, 12, 9, 31, 27, [" Notices "], id, Samples.Noon);

        Assert.Equal((id, _day.Id, Samples.Noon), (outcome.Id, outcome.EventId, outcome.RecordedAt));
        Assert.Equal(
            (40, 12, 9, 31, 27),
            (outcome.Appointments, outcome.WalkIns, outcome.SolvedByPhone, outcome.CasesOpened, outcome.CasesResolved)
        );
        Assert.Equal(["Notices"], outcome.TopIssues);
    }

    [Fact]
    public void Each_has_an_id_of_its_own() =>
        Assert.NotEqual(
            new ProblemSolvingOutcome(_day, 0, 0, 0, 0, 0, []).Id,
            new ProblemSolvingOutcome(_day, 0, 0, 0, 0, 0, []).Id
        );

    [Theory]
    [InlineData(-1, 0, 0, 0, 0)]
    [InlineData(0, -1, 0, 0, 0)]
    [InlineData(0, 0, -1, 0, 0)]
    [InlineData(0, 0, 0, -1, 0)]
    [InlineData(0, 0, 0, 0, -1)]
    public void No_number_is_negative(int appointments, int walkIns, int byPhone, int opened, int resolved) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ProblemSolvingOutcome(_day, appointments, walkIns, byPhone, opened, resolved, [])
        );

    [Theory]
    [InlineData(10, 200, true)]
    [InlineData(11, 200, false)]
    [InlineData(10, 201, false)]
    public void The_top_issues_are_at_most_ten_of_at_most_200_characters(int count, int length, bool isKept)
    {
        var issues = Enumerable.Repeat(new string('x', length), count);

        if (isKept)
            Assert.Equal(issues, new ProblemSolvingOutcome(_day, 0, 0, 0, 0, 0, issues).TopIssues);
        else
            Assert.Throws<ArgumentException>(() => new ProblemSolvingOutcome(_day, 0, 0, 0, 0, 0, issues));
    }
}
