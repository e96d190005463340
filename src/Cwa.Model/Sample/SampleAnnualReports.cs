namespace Cwa.Model;

/// <summary>Annual reports of fiscal years 1997 and 1998, at every stage, most of them easy to read.</summary>
internal static class SampleAnnualReports
{
    public static IEnumerable<object> Of(SampleAgency sample)
    {
        if (sample.Standards is [])
            yield break;

        var random = sample.Random("annual reports");
        if (random.Chance(75))
        {
            foreach (var report in Past(sample, random))
                yield return report;
        }

        if (random.Chance(65) && Present(sample, random) is { } present)
            yield return present;
    }

    /// <summary>The report of 1997, published in spring; a few were replaced by a second one.</summary>
    private static IEnumerable<AnnualReport> Past(SampleAgency sample, SampleRandom random)
    {
        var publishedOn = SampleAgency.WorkingDay(new DateOnly(1998, 1, 12).AddDays(random.Between(0, 150)));
        var isReplaced = random.Chance(8);
        var replacedOn = SampleAgency.WorkingDay(publishedOn.AddDays(random.Between(30, 90)));
        var report = Write(sample, random, 1997, publishedOn.AddDays(-20), "first");
        report.Submit();
        if (sample.IsPast(publishedOn))
        {
            Publish(sample, report, publishedOn, random);
            if (isReplaced && sample.IsPast(replacedOn))
            {
                var at = SampleAgency.OfficeHour(replacedOn.AddDays(-10), random);
                var second = report.Revise(sample.Id(at, "annual report 1997 second"), at);
                second.SetStatements(Statements(sample, 1997, SampleManner.Plain, at, "second"));
                second.Submit();
                report.Supersede();
                Publish(sample, second, replacedOn, random);
                sample.AnnualReports.Add(second);
                yield return report;
                yield return second;
                yield break;
            }
        }

        sample.AnnualReports.Add(report);
        yield return report;
    }

    /// <summary>The report of the fiscal year that ended in September 1998, at some stage before publication.</summary>
    private static AnnualReport? Present(SampleAgency sample, SampleRandom random)
    {
        var begunOn = new DateOnly(1998, 10, 5).AddDays(random.Between(0, 30));
        if (!sample.IsPast(begunOn))
            return null;

        var report = Write(sample, random, 1998, begunOn, "first");
        var stage = random.Next(100);
        var doneOn = begunOn.AddDays(random.Between(5, 12));
        var at = SampleAgency.OfficeHour(doneOn, random);
        if (stage < 45 || !sample.IsPast(doneOn))
            return report;

        report.Submit();
        sample.Announce(FeedKind.AnnualReportSubmitted, report.Id, at.AddDays(-3));
        if (stage < 65)
            return report;
        if (stage < 75)
        {
            report.Return("Please say, for each standard, whether it was met.");
            sample.Announce(FeedKind.AnnualReportReturned, report.Id, at);
            return report;
        }

        report.Clear();
        sample.Announce(FeedKind.AnnualReportCleared, report.Id, at);
        if (stage >= 85)
        {
            report.Publish(SampleAgency.WorkingDay(doneOn));
            sample.Announce(FeedKind.AnnualReportPublished, report.Id, at.AddHours(1));
        }

        sample.AnnualReports.Add(report);
        return report;
    }

    private static string[] Titles(string agency, int year) =>
        [
            $"{agency}: how we served you in {year}",
            $"What we promised and what we did: {agency} in fiscal year {year}",
            $"{agency} report to customers, {year}",
            $"Customer service at {agency}: results for fiscal year {year}",
        ];

    private static string[] Summaries(string customers, int year) =>
        [
            $"What we promised to {customers}, and what became of it.",
            $"Each of our standards for {customers}, with the aim and the result for fiscal year {year}.",
            $"How far we got in {year}, where we fell short, and what {customers} can expect next.",
        ];

    private static AnnualReport Write(
        SampleAgency sample,
        SampleRandom random,
        int year,
        DateOnly begunOn,
        string which
    )
    {
        var at = SampleAgency.OfficeHour(begunOn, random);
        var report = new AnnualReport(
            sample.Agency.Id,
            year,
            YearBasis.Fiscal,
            SampleAgency.Marked(random.Pick(Titles(sample.Agency.Abbreviation, year))),
            SampleAgency.Marked(random.Pick(Summaries(sample.Theme.Customers, year))),
            sample.Id(at, $"annual report {year} {which}"),
            at
        );
        var manner = random.Next(100) switch
        {
            < 55 => SampleManner.Plain,
            < 84 => SampleManner.Official,
            _ => SampleManner.Heavy,
        };
        report.SetStatements(Statements(sample, year, manner, at, which));
        return report;
    }

    private static IEnumerable<StatementDraft> Statements(
        SampleAgency sample,
        int year,
        SampleManner manner,
        DateTime at,
        string which
    )
    {
        var random = sample.Random($"statements {year} {which}");
        var turn = random.Next(6);
        return sample.Standards.Select(entry =>
        {
            var (standard, promise) = entry;
            var (from, to) = (new ReportMonth(year - 1, 10), new ReportMonth(year, 9));
            var value = sample
                .Measurements.SingleOrDefault(m =>
                    m.StandardId == standard.Id && m.FromMonth == from && m.ToMonth == to
                )
                ?.Value;
            var met = value is { } measured ? standard.IsMetBy(measured) : (bool?)null;
            return new StatementDraft(
                standard.Id,
                SampleStatement.Of(sample, promise, year, value, met, manner, turn++, random),
                value,
                met,
                sample.Id(at, $"statement {year} {which} {standard.Id}"),
                at
            );
        });
    }

    private static void Publish(SampleAgency sample, AnnualReport report, DateOnly on, SampleRandom random)
    {
        report.Clear();
        report.Publish(on);
        sample.Announce(FeedKind.AnnualReportPublished, report.Id, SampleAgency.OfficeHour(on, random));
    }
}
