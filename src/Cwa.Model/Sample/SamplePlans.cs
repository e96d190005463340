namespace Cwa.Model;

/// <summary>Places in plans that annual reports, measurements and findings cite.</summary>
internal static class SamplePlans
{
    private static readonly (PlanLaw Law, string Document, string Section)[] Documents =
    [
        (PlanLaw.Gpra, "Strategic plan 1997–2002", "Goal 2: serve customers well"),
        (PlanLaw.Gpra, "Annual performance plan", "Measures of customer service"),
        (PlanLaw.CfoAct, "Chief financial officer's annual report", "Overview of program performance"),
        (PlanLaw.Gmra, "Accountability report", "Results for customers"),
    ];

    public static IEnumerable<object> Of(SampleAgency sample)
    {
        var random = sample.Random("plans");
        if (sample.AnnualReports is [] || random.Chance(12))
            yield break;

        var plans = new List<PlanReference>();
        foreach (var (index, (law, document, section)) in Documents.Index())
        {
            if (index > 0 && !random.Chance(35))
                continue;

            var at = SampleAgency.OfficeHour(new DateOnly(1998, 2, 2).AddDays(random.Between(0, 20)), random);
            var plan = new PlanReference(
                sample.Agency.Id,
                law,
                SampleAgency.Marked($"{sample.Agency.Abbreviation} {document}"),
                1998,
                section,
                sample.Id(at, $"plan {index}"),
                at
            );
            plans.Add(plan);
            yield return plan;
        }

        foreach (var report in sample.AnnualReports)
        {
            if (random.Chance(85))
                yield return PlanCitation.By(
                    report,
                    plans[0],
                    sample.Id(report.RecordedAt, $"citation {report.Id}"),
                    report.RecordedAt
                );
        }

        if (sample.Measurements is [.., var measurement])
        {
            yield return PlanCitation.By(
                measurement,
                plans[^1],
                sample.Id(measurement.RecordedAt, "citation measurement"),
                measurement.RecordedAt
            );
        }

        if (sample.Findings is [.., var finding])
            yield return PlanCitation.By(
                finding,
                plans[^1],
                sample.Id(finding.RecordedAt, "citation finding"),
                finding.RecordedAt
            );
    }
}
