namespace Cwa.Model.Tests;

/// <summary>
/// Categories of complaints whose problem was solved, and of which it is known whether and when they came back. The
/// same seed makes the same ones.
/// </summary>
/// <remarks>
/// Each has 5 to 400 complaints a month, of which the change takes away 25 to 60 percent. A fifth come back, one to
/// eight months after the measurement, and gain 60 to 110 percent of what was won. Whatever happens, months differ by
/// chance, by more than chance (a tenth), and by season (8 percent either way), and a twentieth of them has no figures.
/// </remarks>
internal sealed record KnownReturns(
    double Level,
    DateOnly ChangedOn,
    DateOnly VerifiedOn,
    ReportMonth? ReturnsIn,
    IReadOnlyDictionary<ReportMonth, long> Received
)
{
    private const int MonthsBefore = 7;

    /// <summary>How many months after the measurement are watched.</summary>
    public const int MonthsAfter = 12;

    /// <summary>The months whose ends are looked at.</summary>
    public IEnumerable<ReportMonth> Watched =>
        ReportMonth.Of(VerifiedOn).Next.Through(ReportMonth.Of(VerifiedOn).Plus(MonthsAfter));

    public static IEnumerable<KnownReturns> Of(int seed, int count)
    {
        var random = new Random(seed);
        for (var made = 0; made < count; made++)
            yield return One(random);
    }

    private static KnownReturns One(Random random)
    {
        var first = new ReportMonth(1998, 1);
        var level = 5 * Math.Pow(80, random.NextDouble());
        var fall = Between(random, 0.25, 0.6);
        var changed = first.Plus(MonthsBefore);
        var verified = changed.Plus(random.Next(4, 7));
        ReportMonth? returns = random.NextDouble() < 0.2 ? verified.Plus(random.Next(1, 9)) : null;
        var (back, season) = (Between(random, 0.6, 1.1), random.Next(12));
        var received = new Dictionary<ReportMonth, long>();
        foreach (var month in first.Through(verified.Plus(MonthsAfter)))
        {
            var lost = month < changed ? 0 : fall - (month >= returns ? fall * back : 0);
            var wave = 1 + 0.08 * Math.Sin(2 * Math.PI * (month.Month + season) / 12);
            var expected = level * (1 - lost) * wave * Math.Exp(0.1 * Normal(random));
            var number = Chance(random, expected);
            if (random.NextDouble() > 0.05)
                received[month] = number;
        }

        return new(level, changed.FirstDay.AddDays(14), verified.FirstDay.AddDays(9), returns, received);
    }

    private static double Between(Random random, double least, double most) =>
        least + (most - least) * random.NextDouble();

    // Poisson's numbers: few are counted, many are nearly normal.
    private static long Chance(Random random, double expected)
    {
        if (expected > 60)
            return (long)Math.Max(0, Math.Round(expected + Math.Sqrt(expected) * Normal(random)));

        var count = 0L;
        for (var product = random.NextDouble(); product > Math.Exp(-expected); product *= random.NextDouble())
            count++;
        return count;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
