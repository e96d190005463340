namespace Cwa.Model.Tests;

/// <summary>Themes and kinds of findings in files, in the words that people write.</summary>
public sealed class FindingWordsTests
{
    [Theory]
    [InlineData("Waiting time", FindingTheme.Waiting)]
    [InlineData("timeliness", FindingTheme.TimelyDecisions)]
    [InlineData("Courtesy", FindingTheme.Courtesy)]
    [InlineData("knowing who to ask", FindingTheme.KnowingWhomToAsk)]
    [InlineData("Plain language", FindingTheme.PlainLanguage)]
    [InlineData("opening hours", FindingTheme.Access)]
    [InlineData("Burden of paperwork", FindingTheme.Paperwork)]
    [InlineData("choice of delivery", FindingTheme.ChoiceOfDelivery)]
    public void A_theme_is_written_as_people_say_it(string written, FindingTheme theme)
    {
        Assert.True(Choices<FindingTheme>.TryParse(written, out var read));
        Assert.Equal(theme, read);
    }

    [Theory]
    [InlineData("Kind of service wanted", FindingAbout.WantedServices)]
    [InlineData("quality wanted", FindingAbout.QualityWanted)]
    [InlineData("Employee idea", FindingAbout.EmployeeIdea)]
    [InlineData("barrier", FindingAbout.EmployeeBarrier)]
    public void What_a_finding_is_about_is_written_as_people_say_it(string written, FindingAbout about)
    {
        Assert.True(Choices<FindingAbout>.TryParse(written, out var read));
        Assert.Equal(about, read);
    }
}
