namespace Cwa.Model.Tests;

public sealed class DirectiveTests
{
    private static readonly Directive Memorandum = Directive.ConversationsWithAmerica;

    [Fact]
    public void Every_duty_is_listed_in_the_memorandums_order() =>
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
    public void Every_duty_has_the_memorandums_own_words() =>
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
    public void None_of_our_texts_speaks_of_rights_or_violations() =>
        Assert.All(
            Memorandum.Requirements,
            requirement =>
            {
                Assert.DoesNotContain("violat", requirement.Rule, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("right", requirement.Rule, StringComparison.OrdinalIgnoreCase);
            }
        );

    [Fact]
    public void The_text_is_the_whole_memorandum()
    {
        Assert.StartsWith("Memorandum for the Heads of", Memorandum.Text, StringComparison.Ordinal);
        Assert.EndsWith("WILLIAM J. CLINTON", Memorandum.Text, StringComparison.Ordinal);
        Assert.Contains(Memorandum.Title, Memorandum.Text, StringComparison.Ordinal);
        Assert.Contains(Memorandum.JudicialReview, Memorandum.Text, StringComparison.Ordinal);
        Assert.Equal(Requirements.Find("CWA-I")!.Text, Memorandum.IndependentAgencies);
        Assert.Equal(new DateOnly(1998, 3, 3), Memorandum.IssuedOn);
    }

    [Fact]
    public void Each_duty_belongs_to_the_action_that_its_key_names() =>
        Assert.All(
            Memorandum.Requirements,
            requirement =>
                Assert.Equal(
                    requirement.Action,
                    int.TryParse(requirement.Key.AsSpan(4, 1), null, out var action) ? action : null
                )
        );

    [Fact]
    public void A_duty_that_is_not_there_is_not_found()
    {
        Assert.Equal("CWA-2.1", Requirements.Find("CWA-2.1")?.Key);
        Assert.Null(Requirements.Find("CWA-7.1"));
    }

    [Fact]
    public void The_orders_and_laws_are_named_in_the_memorandums_order_with_the_days_they_were_signed()
    {
        Assert.Equal(
            ["1993-09-11", "1995-03-22", "1993-08-03", "1990-11-15", "1994-10-13"],
            Memorandum.Authorities.Select(authority => $"{authority.SignedOn:yyyy-MM-dd}")
        );
        Assert.All(Memorandum.Authorities.Skip(1), authority => Assert.Empty(authority.Actions));
        Assert.All(Memorandum.Authorities, authority => Assert.NotEmpty(authority.Purpose));
        Assert.All(Memorandum.Authorities[0].Actions, action => Assert.NotEmpty(action.Text));
    }
}
