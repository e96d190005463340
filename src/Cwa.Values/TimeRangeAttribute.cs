using System.ComponentModel.DataAnnotations;

namespace Cwa.Values;

/// <summary>The shortest and the longest duration that a setting allows.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeRangeAttribute : RangeAttribute
{
    /// <summary>The limits are written as in the configuration, such as 00:00:05.</summary>
    public TimeRangeAttribute(string minimum, string maximum)
        : base(typeof(TimeSpan), minimum, maximum) =>
        (ParseLimitsInInvariantCulture, ConvertValueInInvariantCulture, Shortest, Longest) = (
            true,
            true,
            minimum,
            maximum
        );

    /// <summary>The shortest duration, as the configuration writes it.</summary>
    public string Shortest { get; }

    /// <summary>The longest duration, as the configuration writes it.</summary>
    public string Longest { get; }
}
