namespace Cwa.Model;

/// <summary>One of the eight actions of Executive Order 12862.</summary>
public sealed record AuthorityAction(string Key, string Text)
{
    /// <summary>The stable key, EO-a to EO-h.</summary>
    public string Key { get; init; } = Key;

    /// <summary>What the order requires of agencies.</summary>
    public string Text { get; init; } = Text;
}
