using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>One message of the feed.</summary>
/// <param name="Entry">What happened.</param>
/// <param name="Cursor">The position in the feed: give it as `after` to continue after this message. Opaque.</param>
public sealed record FeedMessage(FeedEntry Entry, string Cursor);

/// <summary>Something that just happened, or that a client catches up with.</summary>
[SignedIn]
public sealed class FeedMessageType : ObjectType<FeedMessage>;

/// <summary>The feed as a subscription.</summary>
public sealed class FeedSubscriptions
{
    /// <summary>
    /// Announces what happens as soon as it happens, in order. A client that was cut off gives the last `cursor` as
    /// `after`, and gets all that it missed, each message once, and then what is new.
    /// </summary>
    /// <param name="kinds">Only these kinds of entries.</param>
    public static Task<IObservable<FeedMessage>> FeedAsync(
        Watch<FeedEntry> watch,
        FeedTail tail,
        IReadOnlyList<FeedKind>? kinds = null
    ) =>
        (
            kinds is null
                ? watch
                : watch.Where(
                    "is of these kinds",
                    [.. kinds.Distinct()],
                    (FeedEntry e, FeedKind[] asked) => Enumerable.Contains(asked, e.Kind)
                )
        ).FollowAsync(tail, e => e.Sequence, (entry, cursor) => new FeedMessage(entry, cursor));
}
