namespace Cwa.Model;

/// <summary>How a directed agency would stand on a requirement, and why.</summary>
/// <param name="Status">MET, MET_LATE, NOT_MET, PENDING, INHERITED or NOT_MEASURABLE.</param>
/// <param name="Reason">Why, in one plain sentence.</param>
internal sealed record Judgement(ScorecardStatus Status, string Reason)
{
    /// <summary>The records that it rests on, most relevant first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>How many such records there are, if more than are listed.</summary>
    public int? EvidenceCount { get; init; }

    /// <summary>The figure of a duty that is not judged, and what it says; null where there is none.</summary>
    public (double Value, CellUnit Unit)? Figure { get; init; }

    /// <summary>The agency that speaks for this one, where the status is INHERITED.</summary>
    public Agency? From { get; private init; }

    /// <summary>Whether everything has been done that could be so far, although the decision comes later.</summary>
    public bool IsOnTrack { get; private init; }

    public static Judgement Met(string reason, params IEnumerable<Evidence> evidence) =>
        new(ScorecardStatus.Met, reason) { Evidence = [.. evidence] };

    public static Judgement MetLate(string reason, params IEnumerable<Evidence> evidence) =>
        new(ScorecardStatus.MetLate, reason) { Evidence = [.. evidence] };

    public static Judgement NotMet(string reason, params IEnumerable<Evidence> evidence) =>
        new(ScorecardStatus.NotMet, reason) { Evidence = [.. evidence] };

    public static Judgement Pending(string reason, params IEnumerable<Evidence> evidence) =>
        new(ScorecardStatus.Pending, reason) { Evidence = [.. evidence] };

    /// <summary>Pending, with nothing missing so far.</summary>
    public static Judgement OnTrack(string reason, params IEnumerable<Evidence> evidence) =>
        Pending(reason, evidence) with
        {
            IsOnTrack = true,
        };

    public static Judgement NotMeasurable(string reason, params IEnumerable<Evidence> evidence) =>
        new(ScorecardStatus.NotMeasurable, reason) { Evidence = [.. evidence] };

    /// <summary>Pending while the time lasts, not met once it is over.</summary>
    public static Judgement Missing(bool isOver, string reason, params IEnumerable<Evidence> evidence) =>
        isOver ? NotMet(reason, evidence) : Pending(reason, evidence);

    public static Judgement Inherited(Agency from, string reason, params IEnumerable<Evidence> evidence) =>
        new(ScorecardStatus.Inherited, reason) { Evidence = [.. evidence], From = from };
}
