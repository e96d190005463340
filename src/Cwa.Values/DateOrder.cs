namespace Cwa.Values;

/// <summary>What stands first in a date of figures, such as 4/5/1998.</summary>
public enum DateOrder
{
    /// <summary>The month, as in the United States: the fifth of April.</summary>
    MDY = 1,

    /// <summary>The day: the fourth of May.</summary>
    DMY = 2,
}
