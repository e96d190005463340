namespace Cwa.Model.Tests;

public sealed class FindingTests
{
    private static readonly DateOnly Day = new(1998, 5, 1);

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void A_finding_comes_from_one_event_one_survey_or_one_program(
        bool fromEvent,
        bool fromSurvey,
        bool fromProgram
    ) =>
        Assert.Throws<ArgumentException>(() =>
            new Finding(
                Guid.NewGuid(),
                FindingAbout.Satisfaction,
                "Lines are long.",
                new(1998, 5, 1),
                fromEvent ? Guid.NewGuid() : null,
                fromSurvey ? Guid.NewGuid() : null,
                programId: fromProgram ? Guid.NewGuid() : null
            )
        );

    [Theory]
    [InlineData(14, 1, 1)]
    [InlineData(1, 11, 1)]
    [InlineData(1, 1, -1)]
    [InlineData(1, 1, 1_000_000_000_001)]
    public void Its_theme_and_customers_are_known_and_its_people_are_a_count(int theme, int group, long people) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Finding(
                Guid.NewGuid(),
                FindingAbout.Satisfaction,
                "Lines are long.",
                Day,
                Guid.NewGuid(),
                null,
                theme: (FindingTheme)theme,
                customerGroup: (CustomerGroup)group,
                people: people
            )
        );

    [Fact]
    public void A_finding_keeps_what_was_heard_and_where()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid(),
            survey = Guid.NewGuid();

        var finding = new Finding(
            agency,
            FindingAbout.WantedServices,
            " Longer hours. ",
            Day,
            eventId: null,
            survey,
            id,
            Samples.Noon
        );

        Assert.Equal(
            (id, agency, FindingAbout.WantedServices, "Longer hours.", Day, null, survey, Samples.Noon),
            (
                finding.Id,
                finding.AgencyId,
                finding.About,
                finding.Text,
                finding.FoundOn,
                finding.EventId,
                finding.SurveyId,
                finding.RecordedAt
            )
        );
    }

    [Fact]
    public void An_action_and_an_outcome_keep_what_they_belong_to()
    {
        Guid id = Guid.NewGuid(),
            whole = Guid.NewGuid();

        var action = new FindingAction(whole, " A second door. ", Day, id, Samples.Noon);
        var outcome = new FindingOutcome(whole, " Nobody waits. ", Day, id, Samples.Noon);

        Assert.Equal(
            (id, whole, "A second door.", Day, Samples.Noon),
            (action.Id, action.FindingId, action.Description, action.TakenOn, action.RecordedAt)
        );
        Assert.Equal(
            (id, whole, "Nobody waits.", Day, Samples.Noon),
            (outcome.Id, outcome.ActionId, outcome.Description, outcome.ObservedOn, outcome.RecordedAt)
        );
    }

    [Fact]
    public void Each_has_an_id_of_its_own()
    {
        Assert.NotEqual(Heard(1).Id, Heard(1).Id);
        Assert.NotEqual(Acted(1).Id, Acted(1).Id);
        Assert.NotEqual(Changed(1).Id, Changed(1).Id);
    }

    [Fact]
    public void Their_texts_are_as_long_as_their_columns()
    {
        Assert.Equal(2000, Heard(2000).Text.Length);
        Assert.Equal(2000, Acted(2000).Description.Length);
        Assert.Equal(2000, Changed(2000).Description.Length);
        Assert.Throws<ArgumentException>(() => Heard(2001));
        Assert.Throws<ArgumentException>(() => Acted(2001));
        Assert.Throws<ArgumentException>(() => Changed(2001));
    }

    [Fact]
    public void It_answers_one_of_the_questions() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Finding(Guid.NewGuid(), (FindingAbout)6, "Lines.", Day, Guid.NewGuid(), null)
        );

    private static Finding Heard(int length) =>
        new(Guid.NewGuid(), FindingAbout.Satisfaction, new('x', length), Day, Guid.NewGuid(), null);

    private static FindingAction Acted(int length) => new(Guid.NewGuid(), new('x', length), Day);

    private static FindingOutcome Changed(int length) => new(Guid.NewGuid(), new('x', length), Day);
}
