using static Cwa.Model.Judgement;

namespace Cwa.Model;

/// <summary>Action 2: the monthly report.</summary>
internal static class ReportRules
{
    /// <summary>
    /// CWA-2.3. The months judged are those whose report is due by the end of the day. A nil report is a report;
    /// silence is not.
    /// </summary>
    public static Judgement EveryMonth(JudgedAgency agency)
    {
        var due = agency
            .Year.FirstMonth.Through(new(agency.Year.Number, 12))
            .Select(month => new DueMonth(agency, month))
            .Where(month => month.DueOn <= agency.Day && month.Duty != ReportDuty.None)
            .ToList();
        // A report that was not owed but came counts all the same.
        var counted = due.FindAll(month => month.Duty == ReportDuty.Owed || month.IsIn);
        var (missing, late) = (counted.FindAll(month => !month.IsIn), counted.FindAll(month => month.IsLate));
        if (counted is [])
            return due is [.., var last]
                ? Excused(agency, last)
                : Pending($"No monthly report has come due in {agency.Year.Number} yet.");

        var evidence = missing
            .Concat(late)
            .Concat(counted.AsEnumerable().Reverse())
            .Distinct()
            .Where(month => month.Reported is not null)
            .Select(month => Evidence.Of<MonthlyReport>((month.Reported!.Counted ?? month.Reported.Newest).Id));
        // What is only requested is neither due nor missing, and nothing of it is late.
        var (asked, reports) = agency.IsRequested
            ? (true, Words.Count(counted.Count, "requested report"))
            : (false, $"{Words.Count(counted.Count, "report")} due");
        return missing is not []
                ? NotMet(
                    $"Of {reports}, {missing.Count} {NotCome(missing, asked)}: "
                        + $"{Words.Months([.. missing.Select(m => m.Month)])}.",
                    evidence
                )
            : late is not []
                ? MetLate(
                    asked
                        ? $"{reports} came, {OfThem(late.Count, counted.Count)}."
                        : $"All reports due have come, {late.Count} of {counted.Count} late.",
                    evidence
                )
            : Met(
                asked
                    ? $"{reports} came, each by the day for which it was requested."
                    : $"All {counted.Count} monthly reports due have come on time.",
                evidence
            );
    }

    private static string OfThem(int late, int all) =>
        (late, all) switch
        {
            (_, 1) => "after the day for which it was requested",
            (1, _) => "1 of them after the day for which it was requested",
            _ => $"{late} of them after the days for which they were requested",
        };

    private static string NotCome(List<DueMonth> months, bool asked) =>
        (months.TrueForAll(month => month.Reported is not null), asked, months.Count) switch
        {
            (true, _, 1) => "was returned and not sent again",
            (true, _, _) => "were returned and not sent again",
            (_, true, 1) => "has not come",
            (_, true, _) => "have not come",
            (_, _, 1) => "is missing",
            _ => "are missing",
        };

    private static Judgement Excused(JudgedAgency agency, DueMonth last)
    {
        var above =
            agency.CoveredBy
            ?? agency.Designations.Covering(agency.Agency, last.DueOn)
            ?? agency.Designations.Covering(agency.Agency, last.Month.LastDay)!;
        var from = agency.Find(above.AgencyId);
        return Inherited(
            from,
            $"No report of its own is expected: the liaison of {from.Abbreviation} speaks for it too.",
            Evidence.Of<Liaison>(above.Id)
        );
    }

    private sealed class DueMonth
    {
        public DueMonth(JudgedAgency agency, ReportMonth month)
        {
            (Month, DueOn) = (month, agency.Calendar.DueOn(month, agency.Agency));
            Duty = agency.Duties.Of(agency.Agency, month, agency.Day);
            Reported = ReportedMonth.Of(agency.Sent.Where(r => r.Month == month), agency.Day, DueOn);
        }

        public ReportMonth Month { get; }
        public DateOnly DueOn { get; }
        public ReportDuty Duty { get; }
        public ReportedMonth? Reported { get; }
        public bool IsIn => Reported is { IsIn: true };
        public bool IsLate => Reported is { IsLate: true };
    }
}
