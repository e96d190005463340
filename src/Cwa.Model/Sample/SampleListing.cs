namespace Cwa.Model;

/// <summary>One line of a report: a conversation with its day, place and hosts, under the id that it keeps.</summary>
internal sealed record SampleListing(
    Guid EventId,
    SampleConversation Conversation,
    EventFacts Facts,
    IReadOnlyList<Guid> CoHostIds
);
