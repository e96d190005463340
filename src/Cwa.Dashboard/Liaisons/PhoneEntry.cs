namespace Cwa.Dashboard.Liaisons;

/// <summary>Who speaks for an agency.</summary>
public enum Speaker
{
    /// <summary>A liaison of its own.</summary>
    Own,

    /// <summary>The liaison of an agency above it.</summary>
    Above,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>An agency in the phone list.</summary>
/// <param name="Person">Whom to call: who speaks for it, or else the nearest liaison above; null if there is
/// none.</param>
public sealed record PhoneEntry(string Abbreviation, string Name, Speaker Speaker, Person? Person)
{
    /// <summary>The agency whose liaison the person is, if not this one.</summary>
    public string? Of { get; init; }

    public bool SpeaksForComponents { get; init; }

    /// <summary>Whether the agency is asked and not directed.</summary>
    public bool IsAsked { get; init; }
}
