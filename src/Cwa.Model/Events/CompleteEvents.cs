using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Says what reports left out about several events: all of it or nothing. An error's path gives the event's position in
/// the list, from 0.
/// </summary>
[By(Role.Agency)]
[Gives("events", Most = MostEvents)]
public sealed record CompleteEvents : VerbOfMany<Event>
{
    /// <summary>The most events in one batch.</summary>
    internal const int MostEvents = 500;

    /// <summary>The events.</summary>
    [MaxLength(MostEvents)]
    public required IReadOnlyList<CompletedEventInput> Events { get; init; }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Event>> DoAllAsync(Work work, CancellationToken cancellationToken)
    {
        if (Events.Count > MostEvents)
            return [];

        var completed = new List<Event>();
        foreach (var (i, input) in Events.Index())
        {
            var check = work.Check.In("events", i);
            if (await CompletedEvents.CompleteAsync(input, work, check, cancellationToken) is { } @event)
                completed.Add(@event);
        }

        return completed;
    }
}
