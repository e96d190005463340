namespace Cwa.Model;

/// <summary>One of the eight actions of Executive Order 12862.</summary>
/// <param name="Key">The stable key, EO-a … EO-h.</param>
/// <param name="Text">What agencies do.</param>
public sealed record AuthorityAction(string Key, string Text)
{
    /// <summary>The stable key, EO-a … EO-h.</summary>
    public string Key { get; init; } = Key;

    /// <summary>What agencies do.</summary>
    public string Text { get; init; } = Text;
}
