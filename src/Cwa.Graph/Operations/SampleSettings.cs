namespace Cwa.Graph;

/// <summary>Whether there are sample data; the section `Sample` of the configuration.</summary>
internal sealed class SampleSettings
{
    /// <summary>Whether the sample year is loaded into a database without records.</summary>
    public bool Load { get; init; }
}
