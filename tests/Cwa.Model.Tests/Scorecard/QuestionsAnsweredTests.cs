namespace Cwa.Model.Tests;

/// <summary>Which findings answer the two questions of action 1.</summary>
public sealed class QuestionsAnsweredTests
{
    private readonly Case _case = new();

    [Theory]
    [InlineData(FindingAbout.QualityWanted, "Met")]
    [InlineData(FindingAbout.EmployeeIdea, "NotMet")]
    public void The_quality_wanted_answers_the_first_question_and_what_employees_say_does_not(
        FindingAbout about,
        string status
    )
    {
        var agency = _case.Has();
        _case.HoldsInMonths(agency, 4, 12);
        _case.Finds(agency, about, "1998-05-02");
        _case.Finds(agency, FindingAbout.Satisfaction, "1998-06-02");

        Assert.Equal(status, _case.Statuses(agency, "CWA-1.1", "1998-12-31"));
    }
}
