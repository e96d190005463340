using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>A day and a brief description are enough. What is not said is not guessed.</summary>
public sealed class UnsaidFactsTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task A_day_and_a_description_are_enough()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Brief()));
        await _desk.Reviewer.DoAsync(Accept(done.Record));

        Assert.Empty(done.Warned);
        var reported = (await _desk.EventsAsync(agency)).Single();
        Assert.Equal(
            (null, null, null, null, null, null, null),
            (
                reported.Title,
                reported.TitleSearch,
                reported.Medium,
                reported.Format,
                reported.Setting,
                reported.Access,
                reported.TopicScope
            )
        );
        Assert.Equal(
            (null, null, null, null),
            (reported.PlaceKind, reported.State, reported.City, reported.ExpectedReach)
        );
        Assert.Empty(reported.Languages);
        Assert.Equal((new DateOnly(1998, 4, 14), false), (reported.EndsOn, reported.IsPublic));
    }

    [Theory]
    [InlineData("x", true)]
    [InlineData("Meeting.", true)]
    [InlineData("- - 7 -", true)]
    [InlineData("TBD", true)]
    [InlineData("to be determined.", true)]
    [InlineData("See  above", true)]
    [InlineData("Town hall", false)]
    [InlineData("Bürgersprechstundenabend", false)]
    public async Task A_description_that_tells_nobody_what_will_happen_is_warned_about(string description, bool isOdd)
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Brief(description: description)));

        Assert.Equal(
            isOdd
                ?
                [
                    "input.events.0.description: This description tells nobody what will happen. "
                        + "Say in a sentence what customers can talk about.",
                ]
                : [],
            done.Warned
        );
    }

    [Fact]
    public async Task A_state_says_that_an_event_is_at_a_place()
    {
        var agency = await _desk.AgencyAsync();

        await _desk.SubmittedAsync(agency, Brief() with { State = StateCode.CA });

        Assert.Equal(PlaceKind.Place, (await _desk.EventsAsync(agency)).Single().PlaceKind);
    }

    [Fact]
    public async Task A_city_without_a_state_is_no_place()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Submit(agency, Brief() with { City = "Fresno" }));

        Assert.IsType<PlaceMismatch>(Assert.Single(done.Refusals));
    }

    [Fact]
    public async Task Without_a_title_an_event_is_known_by_its_description()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Brief(), Brief(20, "We ask what to do better."));
        var before = await DaysAsync();

        await _desk.AcceptedAsync(
            agency,
            Submit(agency, Brief(21, "We ask what to do  BETTER."), Brief() with { Title = "Hearing" }) with
            {
                Reason = "It moved.",
            }
        );

        Assert.Equal([(before[0].Id, 14, "Hearing"), (before[1].Id, 21, null)], await DaysAsync());

        async Task<List<(Guid Id, int Day, string? Title)>> DaysAsync() =>
            [
                .. (await _desk.EventsAsync(agency))
                    .OrderBy(e => e.StartsOn)
                    .Select(e => (e.Id, e.StartsOn.Day, e.Title)),
            ];
    }

    [Fact]
    public async Task Two_events_without_a_title_on_one_day_are_warned_about_if_they_are_described_alike()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Submit(agency, Brief(), Brief(description: "We answer your questions."), Brief()));

        Assert.Equal([$"input.events.2.description: {ReportWarnings.ListedTwice}"], done.Warned);
    }
}
