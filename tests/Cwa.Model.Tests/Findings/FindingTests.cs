namespace Cwa.Model.Tests;

public sealed class FindingTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_finding_comes_from_one_event_or_one_survey(bool fromEvent, bool fromSurvey) =>
        Assert.Throws<ArgumentException>(() =>
            new Finding(
                Guid.NewGuid(),
                FindingAbout.Satisfaction,
                "Lines are long.",
                new(1998, 5, 1),
                fromEvent ? Guid.NewGuid() : null,
                fromSurvey ? Guid.NewGuid() : null
            )
        );
}
