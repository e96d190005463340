using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph;

/// <summary>How long the feed keeps its entries; the section `Feed` of the configuration.</summary>
internal sealed class FeedSettings
{
    /// <summary>After how many days an entry is deleted; null to keep all.</summary>
    [Range(1, 36_500)]
    public int? KeptDays { get; init; }
}
