namespace Cwa.Model;

/// <summary>What day it is: the `Clock` section of the settings.</summary>
public sealed class ClockSettings
{
    /// <summary>The fixed date in Washington, such as 1998-11-16; null for the system's date.</summary>
    public DateOnly? Today { get; init; }
}
