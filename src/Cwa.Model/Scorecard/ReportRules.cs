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
        var reports = Words.Count(counted.Count, "report");
        return missing is not []
                ? NotMet(
                    missing.TrueForAll(month => month.Reported is not null)
                        ? $"Of {reports} due, {missing.Count} {(missing.Count == 1 ? "was" : "were")} "
                            + "returned and not sent again: "
                            + $"{Words.Months([.. missing.Select(m => m.Month)])}."
                        : $"Of {reports} due, {missing.Count} {(missing.Count == 1 ? "is" : "are")} missing: "
                            + $"{Words.Months([.. missing.Select(m => m.Month)])}.",
                    evidence
                )
            : late is not [] ? MetLate($"All reports due have come, {late.Count} of {counted.Count} late.", evidence)
            : Met($"All {counted.Count} monthly reports due have come on time.", evidence);
    }

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
