using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Something that came in.</summary>
public sealed class Arrival
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its place among all arrivals.</summary>
    public long Number { get; init; }

    /// <summary>When it came in.</summary>
    public DateTime At { get; init; }
}

public sealed class ArrivalTerms : ListTerms<Arrival>
{
    public ArrivalTerms()
        : base(a => a.At)
    {
        Sort(a => a.Number);
        DefaultSort("number");
    }
}

public sealed class ArrivalType() : ObjectType<Arrival>(a => a.Id);

/// <summary>The arrivals, of which only the newest are kept.</summary>
[Service]
public sealed class ArrivalTail : Tail
{
    public long Oldest { get; set; } = 1;

    public override Task<(long Oldest, long Newest)> RangeAsync(CancellationToken cancellationToken) =>
        Task.FromResult((Oldest, 5L));
}
