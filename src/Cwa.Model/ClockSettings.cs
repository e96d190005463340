namespace Cwa.Model;

/// <summary>What day it is; the section `Clock` of the configuration.</summary>
public sealed class ClockSettings
{
    /// <summary>The Washington date that it always is, such as 1998-11-16; null for the system's.</summary>
    public DateOnly? Today { get; init; }
}
