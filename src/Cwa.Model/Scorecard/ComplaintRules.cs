using static Cwa.Model.Judgement;

namespace Cwa.Model;

/// <summary>Action 4.</summary>
internal static class ComplaintRules
{
    /// <summary>CWA-4.1. An agency that began later has until the end of its first year.</summary>
    public static Judgement ProcessInPlace(JudgedAgency agency)
    {
        var due = new ScorecardYear(
            agency.Agency.ActiveFrom.Year < 1998 ? 1998 : agency.Agency.ActiveFrom.Year
        ).LastDay;
        if (agency.Processes is not [var first, ..] processes)
            return Missing(agency.Day >= due, $"No process to address complaints is in place; {agency.DueBy(due)}.");

        var evidence = processes.Select(p => Evidence.Of<ComplaintProcess>(p.Id));
        return first.InPlaceOn <= due
            ? Met($"A process to address complaints has been in place since {Words.Day(first.InPlaceOn)}.", evidence)
            : MetLate(
                $"A process to address complaints has been in place since {Words.Day(first.InPlaceOn)}, "
                    + $"after {Words.Day(due)}.",
                evidence
            );
    }

    /// <summary>
    /// CWA-4.3. Figures count once their period is over, whenever they came. Those of a quarter or a year are figures
    /// of each of its months.
    /// </summary>
    public static Judgement TrackedAndAnalyzed(JudgedAgency agency)
    {
        if (agency.Processes is not [var process, ..])
            return Missing(
                agency.YearIsOver,
                "There is no process to address complaints yet, so there are no figures to track."
            );

        var months = agency.MonthsOver.Where(m => m.FirstDay >= process.InPlaceOn).ToList();
        var given = agency
            .ComplaintPeriods.Where(p => p.LastMonth.LastDay <= agency.Day)
            .Where(p => months.Exists(m => p.Month <= m && m <= p.LastMonth))
            .OrderByDescending(p => p.Month)
            .ToList();
        var without = months.Where(m => !given.Exists(p => p.Month <= m && m <= p.LastMonth)).ToList();
        List<Evidence> learned =
        [
            .. agency.Done(RecordKind.Analysis).Select(a => Evidence.Of<Analysis>(a.Id)),
            .. agency.Changes.OrderByDescending(c => c.EffectiveOn).Select(c => Evidence.Of<ProcessChange>(c.Id)),
        ];
        List<Evidence> evidence = [.. learned, .. given.Select(m => Evidence.Of<ComplaintMetric>(m.MetricId))];
        return without is not []
                ? Missing(agency.YearIsOver, $"Complaint figures are missing for {Words.Months(without)}.", evidence)
            : learned is []
                ? Missing(
                    agency.YearIsOver,
                    "No month lacks complaint figures, "
                        + $"but nothing has been analyzed or changed in {agency.Year.Number}.",
                    evidence
                )
            : agency.YearIsOver
                ? Met(
                    "Every month has complaint figures, and they were analyzed or led to a changed process.",
                    evidence
                )
            : OnTrack(
                "No month lacks complaint figures so far, and they were analyzed or led to a changed process; "
                    + "the year goes on.",
                evidence
            );
    }

    /// <summary>CWA-4.4. If no problem was found there is nothing to judge: it is neither met nor not met.</summary>
    public static Judgement Solved(JudgedAgency agency)
    {
        if (agency.Problems is not [_, ..] problems)
            return NotMeasurable("No systemic problem has been found, so there is none to solve.");

        var open = problems.Where(p => !p.Changes.Any(c => c.MeasuredOn <= agency.Day)).ToList();
        var evidence = open.Concat(problems).Select(p => Evidence.Of<SystemicProblem>(p.Id));
        return open is not []
                ? Missing(
                    agency.YearIsOver,
                    $"{open.Count} of {Words.Count(problems.Count, "problem")} found "
                        + $"{(open.Count == 1 ? "waits" : "wait")} for a change whose effect is measured.",
                    evidence
                )
            : agency.YearIsOver
                ? Met(
                    $"For {Words.Each(problems.Count, "problem")} found, a process was changed and "
                        + "the effect measured.",
                    evidence
                )
            : OnTrack(
                $"For {Words.Each(problems.Count, "problem")} found so far, the effect of a change "
                    + "was measured; the year goes on.",
                evidence
            );
    }
}
