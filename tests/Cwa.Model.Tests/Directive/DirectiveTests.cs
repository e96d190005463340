namespace Cwa.Model.Tests;

public sealed class DirectiveTests
{
    private static readonly Directive Memorandum = Directive.ConversationsWithAmerica;

    [Fact]
    public void Every_duty_is_there_in_the_memorandums_order() =>
        Assert.Equal(
            [
                "CWA-1.1",
                "CWA-2.1",
                "CWA-2.2",
                "CWA-2.3",
                "CWA-3.1",
                "CWA-3.2",
                "CWA-3.3",
                "CWA-4.1",
                "CWA-4.2",
                "CWA-4.3",
                "CWA-4.4",
                "CWA-5.1",
                "CWA-5.2",
                "CWA-6.1",
                "CWA-6.2",
                "CWA-I",
                "CWA-J",
            ],
            Memorandum.Requirements.Select(requirement => requirement.Key)
        );

    [Fact]
    public void Every_duty_is_in_the_memorandums_own_words() =>
        Assert.All(
            Memorandum.Requirements,
            requirement => Assert.Contains(requirement.Text, Memorandum.Text, StringComparison.Ordinal)
        );

    [Fact]
    public void The_executive_order_has_eight_actions() =>
        Assert.Equal(
            ["EO-a", "EO-b", "EO-c", "EO-d", "EO-e", "EO-f", "EO-g", "EO-h"],
            Memorandum.Authorities[0].Actions.Select(action => action.Key)
        );

    [Fact]
    public void No_word_of_ours_speaks_of_rights_or_violations() =>
        Assert.All(
            Memorandum.Requirements,
            requirement =>
            {
                Assert.DoesNotContain("violat", requirement.Rule, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("right", requirement.Rule, StringComparison.OrdinalIgnoreCase);
            }
        );
}
