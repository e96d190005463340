namespace Cwa.Model;

/// <summary>Surveys of customers and of employees, and comparisons of an agency with the best in business.</summary>
internal static class SampleSurveys
{
    private static readonly string[] Partners =
    [
        "A domestic airline",
        "A catalog company",
        "A regional bank",
        "A parcel carrier",
        "A hotel chain",
        "A mutual insurance company",
    ];

    private static readonly string[] Measures =
    [
        "Calls answered by a person within 30 seconds",
        "Letters answered within five working days",
        "Questions settled in the first call",
        "Customers very satisfied with the service",
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (!sample.Traits.Reports)
            yield break;

        var random = sample.Random("surveys");
        if (
            random.Chance(sample.Agency.HighImpact ? 95 : 60)
            && Ask(sample, random, SurveyKind.Customer) is { } customers
        )
            yield return customers;
        if (
            random.Chance(sample.Agency.HighImpact ? 80 : 40)
            && Ask(sample, random, SurveyKind.Employee) is { } employees
        )
            yield return employees;

        var comparedOn = SampleAgency.WorkingDay(new DateOnly(1998, 3, 20).AddDays(random.Between(0, 270)));
        if (random.Chance(sample.Agency.HighImpact ? 75 : 35) && sample.IsPast(comparedOn))
            yield return Compare(sample, random, comparedOn);
    }

    private static Survey? Ask(SampleAgency sample, SampleRandom random, SurveyKind kind)
    {
        var from = new DateOnly(1998, 2, 16).AddDays(random.Between(0, 220));
        var to = SampleAgency.WorkingDay(from.AddDays(random.Between(20, 60)));
        if (!sample.IsPast(to))
            return null;

        var at = SampleAgency.OfficeHour(to, random);
        var (who, population) =
            kind == SurveyKind.Customer
                ? ("customer", random.Between(20, 9000) * 1000L)
                : ("employee", random.Between(3, 400) * 100L);
        var survey = new Survey(
            sample.Agency.Id,
            kind,
            SampleAgency.Marked($"{sample.Agency.Abbreviation} {who} survey 1998"),
            from,
            to,
            Figures(random, population),
            sample.Id(at, $"{who} survey"),
            at
        );
        sample.Surveys.Add(survey);
        sample.Announce(FeedKind.SurveyRecorded, survey.Id, at);
        return survey;
    }

    private static SurveyFigures Figures(SampleRandom random, long population)
    {
        if (random.Chance(8))
            return new() { CountsMissing = MissingReason.NotCollected, MeanRating = random.Between(26, 45) / 10d };

        var offered = Math.Min(population, random.Between(300, 4000));
        // More answers than people who were asked is odd: it is stored, with a warning.
        var responses = offered * (random.Chance(5) ? random.Between(101, 106) : random.Between(18, 72)) / 100;
        var worst = responses * random.Between(2, 6) / 100;
        var poor = responses * random.Between(5, 14) / 100;
        var fair = responses * random.Between(12, 26) / 100;
        var best = responses * random.Between(15, 30) / 100;
        var good = responses - worst - poor - fair - best;
        return new()
        {
            Population = population,
            Offered = offered,
            Responses = responses,
            Ratings = [worst, poor, fair, good, best],
        };
    }

    private static BenchmarkStudy Compare(SampleAgency sample, SampleRandom random, DateOnly comparedOn)
    {
        var at = SampleAgency.OfficeHour(comparedOn, random);
        var score = random.Between(82, 97);
        return new(
            sample.Agency.Id,
            SampleAgency.Marked(random.Pick(Measures)),
            random.Pick(Partners),
            score,
            score - random.Between(-2, 25),
            "percent",
            comparedOn,
            sample.Id(at, "benchmark study"),
            at
        );
    }
}
