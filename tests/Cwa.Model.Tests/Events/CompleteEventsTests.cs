using static Cwa.Model.Tests.Halls;

namespace Cwa.Model.Tests;

/// <summary>What reports left out about several events is said at once.</summary>
public sealed class CompleteEventsTests
{
    private readonly Desk _desk = new(new(1998, 3, 30));

    [Fact]
    public async Task Several_events_are_completed_or_none()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.AcceptedAsync(agency, Brief(14), Brief(15), Hall());
        var events = (await _desk.EventsAsync(agency)).OrderBy(e => e.StartsOn).ThenBy(e => e.Title).ToList();

        var refused = await _desk
            .ClerkOf(agency)
            .DoAsync(
                new CompleteEvents
                {
                    Events = [.. events.Select(e => new CompletedEventInput { EventId = e.AsId(), Title = "Hearing" })],
                }
            );
        var untouched = (await _desk.EventsAsync(agency)).Count(e => e.Title == "Hearing");
        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                new CompleteEvents
                {
                    Events =
                    [
                        .. events
                            .Where(e => e.Title is null)
                            .Select(e => new CompletedEventInput { EventId = e.AsId(), Title = "Hearing" }),
                    ],
                }
            );

        Assert.Equal(["input.events.1.title"], refused.Refusals.Select(refusal => string.Join('.', refusal.Path)));
        Assert.Equal(0, untouched);
        Assert.Equal(["Hearing", "Hearing"], done.Records.Select(e => e.Title));
        Assert.Equal(2, done.Announced.Count);
    }
}
