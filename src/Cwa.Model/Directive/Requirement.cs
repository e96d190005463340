namespace Cwa.Model;

/// <summary>One duty that the memorandum states.</summary>
/// <param name="Key">The stable key, such as CWA-2.1.</param>
/// <param name="Action">The number of the memorandum's action, 1–6; null for what stands outside the actions.</param>
/// <param name="Text">The duty in the memorandum's own words; [brackets] and … mark what was shortened.</param>
/// <param name="Force">How strongly the memorandum words it.</param>
/// <param name="Rule">How the scorecard checks it, in plain words.</param>
public sealed record Requirement(string Key, int? Action, string Text, Force Force, string Rule)
{
    /// <summary>The stable key, such as CWA-2.1.</summary>
    public string Key { get; init; } = Key;

    /// <summary>The number of the memorandum's action, 1–6; null for what stands outside the actions.</summary>
    public int? Action { get; init; } = Action;

    /// <summary>The duty in the memorandum's own words; [brackets] and … mark what was shortened.</summary>
    public string Text { get; init; } = Text;

    /// <summary>How strongly the memorandum words it.</summary>
    public Force Force { get; init; } = Force;

    /// <summary>How the scorecard checks it, in plain words.</summary>
    public string Rule { get; init; } = Rule;
}
