namespace Cwa.Model;

/// <summary>How one agency stands on every requirement of the memorandum.</summary>
public sealed record AgencyScorecard
{
    /// <summary>The agency that is judged.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The Washington day that was asked for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>
    /// The Washington day at whose end the agency is judged: `asOf`, or the agency's last day if it ended earlier.
    /// </summary>
    public required DateOnly JudgedOn { get; init; }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>What the memorandum says about judicial review, whole and in its own words.</summary>
    public string JudicialReview { get; } = Directive.ConversationsWithAmerica.JudicialReview;

    /// <summary>One cell for each requirement, in the memorandum's order.</summary>
    public required IReadOnlyList<ScorecardCell> Cells { get; init; }

    /// <summary>How many requirements are NOT_MET. Always 0 for an agency that is requested, not directed.</summary>
    public int NotMet => Cells.Count(c => c.Status == ScorecardStatus.NotMet);

    /// <summary>One cell for each of the eight actions of Executive Order 12862.</summary>
    public required IReadOnlyList<ExecutiveOrderCell> ExecutiveOrderActions { get; init; }
}

/// <summary>How an agency stands on one requirement.</summary>
public sealed record ScorecardCell
{
    /// <summary>What the agency is asked to do.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>The agency's status on the requirement.</summary>
    public required ScorecardStatus Status { get; init; }

    /// <summary>
    /// Whether the requirement counts as met in rates. An INHERITED one counts as it does for the agency that speaks
    /// for this one. Null if it is in no rate: undecided, not measurable, or of a requested agency.
    /// </summary>
    public required bool? CountsAsMet { get; init; }

    /// <summary>Why, in one plain sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The figure of a requirement that is not judged as met or not met; `unit` says what it counts. Null for any other
    /// requirement, and while the figure is not known.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>What `value` counts; null where there is no value.</summary>
    public CellUnit? Unit { get; init; }

    /// <summary>The agency that speaks for this one, if the status is INHERITED or rests on that; else null.</summary>
    public Agency? InheritedFrom { get; init; }

    /// <summary>
    /// The records that the status rests on, most relevant first; at most <see cref="Cwa.Model.Evidence.Most"/>.
    /// </summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>How many records the status rests on in all.</summary>
    public required int EvidenceCount { get; init; }
}

/// <summary>Whether an agency's records show one of the eight actions of Executive Order 12862.</summary>
public sealed record ExecutiveOrderCell
{
    /// <summary>Which of the eight actions it is.</summary>
    public required AuthorityAction Action { get; init; }

    /// <summary>Whether any record shows the action.</summary>
    public required bool Seen { get; init; }

    /// <summary>What shows the action, or what is missing, in one plain sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// The records that show the action, most relevant first; at most <see cref="Cwa.Model.Evidence.Most"/>.
    /// </summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>How many records show the action in all.</summary>
    public required int EvidenceCount { get; init; }
}
