namespace Cwa.Model;

/// <summary>One duty that the memorandum states.</summary>
public sealed record Requirement(string Key, int? Action, string Text, Force Force, string Rule)
{
    /// <summary>The stable key, such as CWA-2.1.</summary>
    public string Key { get; init; } = Key;

    /// <summary>
    /// The number of the memorandum's action, 1 to 6; null for CWA-I and CWA-J, which belong to none.
    /// </summary>
    public int? Action { get; init; } = Action;

    /// <summary>The duty in the memorandum's own words; [brackets] and … mark what was shortened.</summary>
    public string Text { get; init; } = Text;

    /// <summary>How strongly the memorandum words it.</summary>
    public Force Force { get; init; } = Force;

    /// <summary>How the scorecard checks it, in plain words.</summary>
    public string Rule { get; init; } = Rule;
}
