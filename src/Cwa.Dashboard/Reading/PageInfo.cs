namespace Cwa.Dashboard.Reading;

/// <summary>Where a part of a list ends.</summary>
public sealed record PageInfo(bool HasNextPage, string? EndCursor)
{
    /// <summary>The cursor after which the list goes on; null at its end.</summary>
    internal string? Next => HasNextPage ? EndCursor : null;
}
