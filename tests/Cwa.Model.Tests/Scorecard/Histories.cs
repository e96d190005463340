namespace Cwa.Model.Tests;

/// <summary>Histories of a conversation: what reports told of it, and what was said since.</summary>
internal static class Histories
{
    public static readonly Guid AgencyId = Guid.NewGuid();

    public static EventOnDay? On(EventHistory history, string day) => history.On(Case.Day(day));

    public static EventHistory History(params EventTold[] told) => new() { EventId = Guid.NewGuid(), Told = told };

    public static EventTold Told(string at, string on, string? until = null, string? accepted = null) =>
        new()
        {
            SubmittedAt = Case.At(at),
            AcceptedAt = accepted is null ? null : Case.At(accepted),
            HostIds = [AgencyId],
            StartsOn = Case.Day(on),
            EndsOn = Case.Day(until ?? on),
        };

    public static EventSaid Said(string at, EventStatus status) => new(Case.At(at), status);
}
