namespace Cwa.Model;

/// <summary>How the memorandum addresses an agency.</summary>
public enum DirectiveStanding
{
    /// <summary>Covered by Executive Order 12862 and directed by the memorandum.</summary>
    Directed = 1,

    /// <summary>Independent, and requested to adhere. It is never counted as not meeting a requirement.</summary>
    Requested = 2,
}
