namespace Cwa.Model;

/// <summary>Service standards and their measurements, for fiscal years 1997 and 1998 and by quarter.</summary>
internal static class SampleStandards
{
    private static readonly (ReportMonth From, ReportMonth To)[] Periods =
    [
        (new(1996, 10), new(1997, 9)),
        (new(1998, 1), new(1998, 3)),
        (new(1998, 4), new(1998, 6)),
        (new(1998, 7), new(1998, 9)),
        (new(1997, 10), new(1998, 9)),
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        var random = sample.Random("standards");
        if (!sample.Traits.Reports && !random.Chance(30))
            yield break;

        var setOn = SampleAgency.WorkingDay(new DateOnly(1995, 9, 5).AddDays(random.Between(0, 300)));
        var at = SampleAgency.OfficeHour(setOn, random);
        foreach (var (index, promise) in sample.Theme.Promises.Index())
        {
            var standard = new ServiceStandard(
                sample.Agency.Id,
                SampleAgency.Marked(promise.Statement),
                promise.Measure,
                promise.Unit,
                promise.Target,
                promise.Direction,
                sample.Theme.Group,
                setOn,
                sample.Id(at, $"standard {index}"),
                at
            );
            sample.Standards.Add((standard, promise));
            yield return standard;
        }

        foreach (var (standard, promise) in sample.Standards)
        {
            if (random.Chance(8))
                continue;

            var level = random.Between(84, 106);
            foreach (var (from, to) in Periods)
            {
                if (Measure(sample, random, standard, promise, level, from, to) is { } measurement)
                    yield return measurement;
            }
        }
    }

    private static Measurement? Measure(
        SampleAgency sample,
        SampleRandom random,
        ServiceStandard standard,
        SamplePromise promise,
        int level,
        ReportMonth from,
        ReportMonth to
    )
    {
        var measuredOn = to.LastDay.AddDays(random.Between(10, 40));
        if (!sample.IsPast(measuredOn) || !random.Chance(85))
            return null;

        var at = SampleAgency.OfficeHour(measuredOn, random);
        var isKnown = !random.Chance(4);
        var value = Math.Round(promise.Target * (level + random.Between(-4, 4)) / 100, 1);
        if (promise.Unit == "percent")
            value = Math.Min(value, 99.5);

        var measurement = new Measurement(
            standard,
            from,
            to,
            isKnown ? value : null,
            isKnown ? null : MissingReason.NotCollected,
            sample.Id(at, $"measurement {standard.Id} {from} {to}"),
            at
        );
        sample.Measurements.Add(measurement);
        return measurement;
    }
}
