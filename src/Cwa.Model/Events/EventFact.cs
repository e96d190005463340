namespace Cwa.Model;

/// <summary>A fact about an event that its report may leave out.</summary>
internal enum EventFact
{
    Title,
    EndsOn,
    Medium,
    Format,
    Setting,
    Access,
    TopicScope,
    Languages,
    PlaceKind,
    State,
    City,
    ExpectedReach,
    CoHosts,
}

/// <summary>
/// The facts that a report speaks of, if only to say with null that nothing is known any more. An amendment keeps the
/// others as they were.
/// </summary>
internal readonly record struct SaidFacts(int Bits)
{
    /// <summary>All facts, as a draft says them.</summary>
    public static readonly SaidFacts All = new(-1);

    public bool Has(EventFact fact) => (Bits & (1 << (int)fact)) != 0;

    public SaidFacts With(EventFact fact) => new(Bits | (1 << (int)fact));

    public override string ToString() => Bits.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
