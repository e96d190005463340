using System.Globalization;
using static Cwa.Model.Judgement;

namespace Cwa.Model;

/// <summary>Actions 5 and 6.</summary>
internal static class ResultRules
{
    /// <summary>
    /// CWA-5.1. A standard counts once it has been in force for a whole calendar month, since measurements cover
    /// months.
    /// </summary>
    public static Judgement Measured(JudgedAgency agency)
    {
        var standards = agency.Standards.Where(s => agency.MonthsOver.Any(m => m.FirstDay >= s.EffectiveFrom)).ToList();
        if (standards is [])
            return Missing(
                agency.YearIsOver,
                "No service standard has been in force for a whole month, so none was measured."
            );

        var without = standards.FindAll(s => !s.IsMeasured);
        var idle = agency.Findings.Sum(f => f.WithoutAction);
        var findings =
            idle == 0 ? "no finding waits for an action" : $"{Words.Count(idle, "finding")} led to no action yet";
        var evidence = without.Concat(standards).Select(s => Evidence.Of<ServiceStandard>(s.Id));
        return without is not []
                ? Missing(
                    agency.YearIsOver,
                    $"Of {Words.Count(standards.Count, "standard")}, "
                        + $"{without.Count} {(without.Count == 1 ? "was" : "were")} not measured in "
                        + $"{agency.Year.Number}; {findings}.",
                    evidence
                )
            : agency.YearIsOver
                ? Met(
                    $"In {agency.Year.Number}, {Words.Each(standards.Count, "standard")} was measured; {findings}.",
                    evidence
                )
            : OnTrack(
                $"So far, {Words.Each(standards.Count, "standard")} was measured; the year goes on; {findings}.",
                evidence
            );
    }

    /// <summary>CWA-5.2. All revisions of a report count as one report.</summary>
    public static Judgement Integrated(JudgedAgency agency)
    {
        var reports = agency.AnnualReports.GroupBy(r => r.Year).ToList();
        if (reports is [])
            return Missing(
                agency.YearIsOver,
                $"No annual report that could cite a plan has been published in {agency.Year.Number}."
            );

        var without = reports.FindAll(r => !r.Any(revision => revision.CitesPlan));
        var evidence = without
            .Concat(reports)
            .Select(r => Evidence.Of<AnnualReport>((r.FirstOrDefault(revision => revision.CitesPlan) ?? r.First()).Id));
        return without is not []
                ? Missing(
                    agency.YearIsOver,
                    $"The annual report of {without[0].Key} cites no plan or report under the three laws.",
                    evidence
                )
            : agency.YearIsOver ? Met("Each annual report cites a plan or report under the three laws.", evidence)
            : OnTrack(
                "Each annual report so far cites a plan or report under the three laws; the year goes on.",
                evidence
            );
    }

    /// <summary>CWA-6.1. Every stored report's statements name a standard, so that is not checked.</summary>
    public static Judgement Reported(JudgedAgency agency)
    {
        if (agency.AnnualReports is not [.., var first] reports)
            return Missing(agency.YearIsOver, $"No annual report has been published in {agency.Year.Number}.");

        var grade = first.ReadabilityGrade is { } years
            ? string.Create(CultureInfo.InvariantCulture, $"; it reads at school grade {years:0.0}")
            : "";
        return Met(
            $"The annual report of {first.Year} was published on {Words.Day(first.PublishedOn)}{grade}.",
            reports.Reverse().Select(r => Evidence.Of<AnnualReport>(r.Id))
        );
    }

    /// <summary>CWA-6.2.</summary>
    public static Judgement Continued(JudgedAgency agency)
    {
        var (surveys, studies) = (agency.Done(RecordKind.EmployeeSurvey), agency.Done(RecordKind.BenchmarkStudy));
        List<Evidence> evidence =
        [
            .. surveys.Take(1).Select(s => Evidence.Of<Survey>(s.Id)),
            .. studies.Take(1).Select(s => Evidence.Of<BenchmarkStudy>(s.Id)),
            .. surveys.Skip(1).Select(s => Evidence.Of<Survey>(s.Id)),
            .. studies.Skip(1).Select(s => Evidence.Of<BenchmarkStudy>(s.Id)),
        ];
        return (surveys.Count, studies.Count) switch
        {
            (> 0, > 0) => Met(
                $"Employees were surveyed and service was compared with the best in business in {agency.Year.Number}.",
                evidence
            ),
            (> 0, _) => Missing(
                agency.YearIsOver,
                $"Employees were surveyed, but there is no benchmark study in {agency.Year.Number}.",
                evidence
            ),
            (_, > 0) => Missing(
                agency.YearIsOver,
                $"There is a benchmark study, but employees were not surveyed in {agency.Year.Number}.",
                evidence
            ),
            _ => Missing(
                agency.YearIsOver,
                $"There is neither an employee survey nor a benchmark study in {agency.Year.Number}.",
                evidence
            ),
        };
    }
}
