namespace Cwa.Model.Tests;

public sealed class HardWordsTests
{
    [Fact]
    public void Bureaucratic_words_are_found_in_every_form_and_counted_together() =>
        Assert.Equal(
            [new("utilize", 3, "use"), new("prior to", 1, "before")],
            HardWords.In("We utilized forms. Utilizing them prior to a visit helps those who utilize a car.")
        );

    [Fact]
    public void A_phrase_of_five_words_is_found_as_one() =>
        Assert.Equal(
            [new("due to the fact that", 1, "because")],
            HardWords.In("We wait due to the fact that it snows.")
        );

    [Theory]
    [InlineData("utilize", "utilizes utilized utilizing", "utilizeing utilizs")]
    [InlineData("notify", "notifies notified notifying", "notifys notifyed")]
    [InlineData("possess", "possesses possessed possessing", "possesss")]
    [InlineData("furnish", "furnishes furnished furnishing", "furnishs")]
    [InlineData("attain", "attains attained attaining", "attaines attaind")]
    public void A_verb_is_found_as_it_is_spelled(string verb, string forms, string none)
    {
        Assert.All(forms.Split(' '), form => Assert.Equal(verb, Assert.Single(HardWords.In(form)).Word));
        Assert.All(none.Split(' '), form => Assert.DoesNotContain(HardWords.In(form), w => w.Word == verb));
    }

    [Fact]
    public void The_most_frequent_come_first_and_then_they_go_by_the_alphabet()
    {
        Assert.Equal(
            [new("commence", 2, "begin"), new("attain", 1, "reach"), new("cease", 1, "stop")],
            HardWords.In("We cease, commence, attain and commence.")
        );
        Assert.Equal(
            [new("complicated", 2, null), new("application", 1, null), new("elevator", 1, null)],
            HardWords.In("the elevator application is complicated, complicated")
        );
    }

    [Fact]
    public void A_text_is_one() => Assert.Throws<ArgumentNullException>(() => HardWords.In(null!));

    [Fact]
    public void The_longest_phrase_counts_and_not_the_words_in_it() =>
        Assert.Equal(
            [new("in accordance with", 1, "under"), new("no later than", 1, "by")],
            HardWords.In("We pay in accordance with the law, no later than May.")
        );

    [Fact]
    public void A_phrase_does_not_cross_the_end_of_a_sentence() =>
        Assert.Empty(HardWords.In("We did it prior. To you it is new."));

    [Fact]
    public void Long_words_come_after_the_longest_first_and_names_are_left_alone() =>
        Assert.Equal(
            [new("facilitate", 1, "help"), new("organizational", 1, null), new("information", 2, null)],
            HardWords.In("The Administration will facilitate information for you, and organizational information.")
        );

    [Fact]
    public void Plain_words_are_not_listed() =>
        Assert.Empty(HardWords.In("We answer your call in five minutes, 96 times of 100. Call us"));

    [Fact]
    public void At_most_20_words_are_listed()
    {
        string[] words =
        [
            "ascertain",
            "attain",
            "cease",
            "commence",
            "disseminate",
            "endeavor",
            "enumerate",
            "expedite",
            "facilitate",
            "finalize",
            "formulate",
            "furnish",
            "implement",
            "indicate",
            "initiate",
            "inquire",
            "modify",
            "notify",
            "obtain",
            "optimize",
            "participate",
            "possess",
        ];

        var found = HardWords.In(string.Join(' ', words));

        Assert.Equal(words.Take(HardWords.Most), found.Select(w => w.Word));
        Assert.All(found, w => Assert.NotNull(w.Plainer));
    }
}
