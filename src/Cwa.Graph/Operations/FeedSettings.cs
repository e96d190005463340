using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph;

/// <summary>How long the feed remembers; the section `Feed` of the configuration.</summary>
internal sealed class FeedSettings
{
    /// <summary>After how many days an entry is forgotten; null when none is.</summary>
    [Range(1, 36_500)]
    public int? KeptDays { get; init; }
}
