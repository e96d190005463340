namespace Cwa.Model;

/// <summary>An order or law that the memorandum rests on or refers to.</summary>
public sealed record Authority(string Name, DateOnly SignedOn, string Purpose, IReadOnlyList<AuthorityAction> Actions)
{
    /// <summary>The title, with the number of an executive order.</summary>
    public string Name { get; init; } = Name;

    /// <summary>The day it was signed.</summary>
    public DateOnly SignedOn { get; init; } = SignedOn;

    /// <summary>What it has to do with the memorandum.</summary>
    public string Purpose { get; init; } = Purpose;

    /// <summary>Its actions, if the memorandum continues them; otherwise empty.</summary>
    public IReadOnlyList<AuthorityAction> Actions { get; init; } = Actions;
}
