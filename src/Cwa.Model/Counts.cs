namespace Cwa.Model;

/// <summary>The range of counts.</summary>
public static class Counts
{
    /// <summary>
    /// The largest count accepted. A government-wide sum of such counts fits a long and a JavaScript number.
    /// </summary>
    public const long Largest = 1_000_000_000_000;
}
