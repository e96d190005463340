namespace Cwa.Model;

/// <summary>An order or law that the memorandum rests on or refers to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Date">The day it was signed.</param>
/// <param name="Purpose">What it is for here.</param>
/// <param name="Actions">What it asks of agencies, item by item, where the memorandum continues it; else empty.</param>
public sealed record Authority(string Name, DateOnly Date, string Purpose, IReadOnlyList<AuthorityAction> Actions)
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = Name;

    /// <summary>The day it was signed.</summary>
    public DateOnly Date { get; init; } = Date;

    /// <summary>What it is for here.</summary>
    public string Purpose { get; init; } = Purpose;

    /// <summary>What it asks of agencies, item by item, where the memorandum continues it; else empty.</summary>
    public IReadOnlyList<AuthorityAction> Actions { get; init; } = Actions;
}
