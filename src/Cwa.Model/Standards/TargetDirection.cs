namespace Cwa.Model;

/// <summary>Which side of a target is the good one.</summary>
public enum TargetDirection
{
    /// <summary>The target itself or more meets the standard, for example a share of calls answered.</summary>
    AtLeast = 1,

    /// <summary>The target itself or less meets the standard, for example minutes of waiting.</summary>
    AtMost = 2,
}
