namespace Cwa.Graph;

/// <summary>Conversations with customers, counted and added up.</summary>
/// <remarks>
/// A joint event is in the figures of each agency that holds it, and once wherever agencies are added up.
/// </remarks>
public abstract record ReachFigures
{
    internal ReachFigures(params IEnumerable<ReachSum> sums)
    {
        foreach (var sum in sums)
        {
            Events += sum.Events;
            Held += sum.Held;
            Unconfirmed += sum.Unconfirmed;
            CustomersMetCounted += sum.Counted;
            CustomersMetEstimated += sum.Estimated;
            HeldWithoutAttendance += sum.HeldWithoutAttendance;
            ExpectedReach += sum.ExpectedReach;
        }
    }

    /// <summary>
    /// Events held, planned and unconfirmed; an event of several days counts once. Cancelled events never count, nor do
    /// those postponed without a new date.
    /// </summary>
    public int Events { get; }

    /// <summary>Events that the agency has confirmed as held.</summary>
    public int Held { get; }

    /// <summary>
    /// Events whose last day has not passed, including those moved to new days. As in all figures of reach, only events
    /// in accepted reports count.
    /// </summary>
    public int Planned => Events - Held - Unconfirmed;

    /// <summary>
    /// Events whose last day has passed, and of which the agency has not said whether they were held. They are not in
    /// `customersMet`.
    /// </summary>
    public int Unconfirmed { get; }

    /// <summary>
    /// The attendance of held events, `customersMetCounted` and `customersMetEstimated` together. A person who took
    /// part in two events counts twice. Events in `heldWithoutAttendance` add nothing.
    /// </summary>
    public long CustomersMet => CustomersMetCounted + CustomersMetEstimated;

    /// <summary>The attendance of held events where people were counted.</summary>
    public long CustomersMetCounted { get; }

    /// <summary>The attendance of held events where it was estimated, such as the audience of a broadcast.</summary>
    public long CustomersMetEstimated { get; }

    /// <summary>Held events whose attendance nobody has reported.</summary>
    public int HeldWithoutAttendance { get; }

    /// <summary>
    /// The customers that agencies expected, beforehand, to reach with all `events`. Events without this number add
    /// nothing.
    /// </summary>
    public long ExpectedReach { get; }
}

/// <summary>Sums over some events, made by the database.</summary>
internal class ReachSum
{
    public int Events { get; init; }
    public int Held { get; init; }
    public int Unconfirmed { get; init; }
    public long Counted { get; init; }
    public long Estimated { get; init; }
    public int HeldWithoutAttendance { get; init; }
    public long ExpectedReach { get; init; }
}

/// <summary>The events of one group.</summary>
internal sealed class ReachSum<TKey> : ReachSum
{
    public required TKey Key { get; init; }
}
