namespace Cwa.Model;

/// <summary>How far counts go.</summary>
public static class Counts
{
    /// <summary>
    /// The largest count that is kept: a government's sum of them fits a long, and a JavaScript number.
    /// </summary>
    public const long Largest = 1_000_000_000_000;
}
