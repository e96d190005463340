namespace Cwa.Dashboard.Parts;

/// <summary>How the expected reports of a month stand. They add up to what is expected.</summary>
/// <param name="Overdue">Those of the others that are past due.</param>
public readonly record struct ReportCounts(
    int Accepted,
    int Submitted,
    int Returned,
    int Draft,
    int Missing,
    int Overdue
)
{
    public int Expected => Accepted + Submitted + Returned + Draft + Missing;

    /// <summary>Those that have come and were not returned.</summary>
    public int In => Accepted + Submitted;

    /// <summary>The segments of a bar in their order, each with its share before it and its own, in percent.</summary>
    public IEnumerable<Segment> Segments
    {
        get
        {
            var before = 0;
            foreach (var (state, count) in All)
            {
                if (count > 0)
                    yield return new(state, count, Share(before), Share(count));
                before += count;
            }
        }
    }

    /// <summary>What the bar says in words.</summary>
    public string Sentence =>
        $"{In} of {Expected} reports are in: {Accepted} accepted, {Submitted} waiting for NPR. "
        + $"{Returned} returned, {Draft} being drafted, {Missing} not begun; {Overdue} overdue.";

    private (string State, int Count)[] All =>
        [
            ("accepted", Accepted),
            ("submitted", Submitted),
            ("returned", Returned),
            ("draft", Draft),
            (Overdue > 0 ? "overdue" : "missing", Missing),
        ];

    private double Share(int count) => Math.Round(100d * count / Expected, 2);
}

/// <summary>A part of a split bar.</summary>
public readonly record struct Segment(string State, int Count, double From, double Share);
