namespace Cwa.Model;

/// <summary>How large a sample year to make, and as of which day.</summary>
public sealed record SampleOptions
{
    /// <summary>The largest scale: its busiest reports come close to the 500 events that a report may list.</summary>
    public const int MaxScale = 30;

    /// <summary>The usual day of the sample year: it is half reported, with much still going on.</summary>
    public static readonly DateOnly UsualDay = new(1998, 11, 16);

    /// <exception cref="ArgumentOutOfRangeException">
    /// The scale is not 1–30, or the day is not in 1998 or is before the memorandum.
    /// </exception>
    public SampleOptions(int scale = 1, DateOnly? today = null, int seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxScale);
        var day = today ?? UsualDay;
        ArgumentOutOfRangeException.ThrowIfLessThan(day, Agency.DirectiveDay, nameof(today));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, new(1998, 12, 31), nameof(today));
        (Scale, Today, Seed) = (scale, day, seed);
    }

    /// <summary>By what factor each report lists more events than in the usual sample of about 5,000 events.</summary>
    public int Scale { get; }

    /// <summary>
    /// The Washington day of the sample. It is seen on that day's morning, so nothing in it was done on that day or
    /// later.
    /// </summary>
    public DateOnly Today { get; }

    /// <summary>The number of the invented year; each is different. The usual one is 0.</summary>
    public int Seed { get; }
}
