namespace Cwa.Model;

/// <summary>Which side of a target keeps the promise.</summary>
public enum TargetDirection
{
    /// <summary>The target or more, for example a share of calls answered.</summary>
    AtLeast = 1,

    /// <summary>The target or less, for example minutes of waiting.</summary>
    AtMost = 2,
}
