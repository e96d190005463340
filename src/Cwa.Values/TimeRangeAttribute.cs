using System.ComponentModel.DataAnnotations;

namespace Cwa.Values;

/// <summary>The shortest and the longest time that a setting can be.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeRangeAttribute : RangeAttribute
{
    /// <summary>Takes the times as a setting writes them, such as 00:00:05.</summary>
    public TimeRangeAttribute(string minimum, string maximum)
        : base(typeof(TimeSpan), minimum, maximum) =>
        (ParseLimitsInInvariantCulture, ConvertValueInInvariantCulture, Shortest, Longest) = (
            true,
            true,
            minimum,
            maximum
        );

    /// <summary>The shortest time, as a setting writes it.</summary>
    public string Shortest { get; }

    /// <summary>The longest time, as a setting writes it.</summary>
    public string Longest { get; }
}
