namespace Cwa.Model;

/// <summary>The days on which conversations of the sample begin.</summary>
internal static class SampleDays
{
    private const int Tries = 4;

    // Federal holidays while the sample's events take place.
    private static readonly DateOnly[] Holidays =
    [
        new(1998, 5, 25),
        new(1998, 7, 3),
        new(1998, 9, 7),
        new(1998, 10, 12),
        new(1998, 11, 11),
        new(1998, 11, 26),
        new(1998, 12, 25),
        new(1999, 1, 1),
    ];

    /// <summary>A day from the first to the last: now and then a Saturday, hardly ever a Sunday or a holiday.</summary>
    public static DateOnly Pick(DateOnly first, DateOnly last, SampleRandom random)
    {
        var day = Any();
        for (var tried = 1; tried < Tries && !IsUsual(day); tried++)
            day = Any();
        return day;

        DateOnly Any() => first.AddDays(random.Next(last.DayNumber - first.DayNumber + 1));

        bool IsUsual(DateOnly day) =>
            day.DayOfWeek switch
            {
                DayOfWeek.Sunday => false,
                DayOfWeek.Saturday => random.Chance(30),
                _ => !Holidays.Contains(day),
            };
    }
}
