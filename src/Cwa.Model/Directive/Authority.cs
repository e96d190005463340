namespace Cwa.Model;

/// <summary>An order or law that the memorandum rests on or refers to.</summary>
/// <param name="Name">What it is called, with its number where it has one.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Purpose">What it is for here.</param>
/// <param name="Actions">What it asks of agencies, item by item, where the memorandum continues it; else empty.</param>
public sealed record Authority(string Name, DateOnly SignedOn, string Purpose, IReadOnlyList<AuthorityAction> Actions)
{
    /// <summary>What it is called, with its number where it has one.</summary>
    public string Name { get; init; } = Name;

    /// <summary>The day it was signed.</summary>
    public DateOnly SignedOn { get; init; } = SignedOn;

    /// <summary>What it is for here.</summary>
    public string Purpose { get; init; } = Purpose;

    /// <summary>What it asks of agencies, item by item, where the memorandum continues it; else empty.</summary>
    public IReadOnlyList<AuthorityAction> Actions { get; init; } = Actions;
}
