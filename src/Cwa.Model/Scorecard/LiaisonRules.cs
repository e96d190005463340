using static Cwa.Model.Judgement;

namespace Cwa.Model;

/// <summary>Action 2: who speaks for the agency, and whether NPR knows.</summary>
internal static class LiaisonRules
{
    /// <summary>
    /// CWA-2.1. On time if the first designation was, or if an agency above spoke for it on the due day.
    /// </summary>
    public static Judgement Designated(JudgedAgency agency)
    {
        if (Inherits(agency) is { } inherited)
            return inherited;

        var due = ReportingCalendar.FirstDueDayOf(agency.Agency);
        var own = agency.Designated;
        if (own is [])
            return Missing(agency.Day >= due, $"No liaison has been designated; {agency.DueBy(due)}.");
        if (!own.Any(l => l.ServesOn(agency.Day)))
            return NotMet(
                $"The liaison's designation ended on {Words.Day(own[^1].EndedOn!.Value)}, and nobody has followed.",
                Evidence.Of<Liaison>(own[^1].Id)
            );

        var first = own[0];
        var evidence = own.Take(1).Concat(own.Skip(1).Reverse()).Select(l => Evidence.Of<Liaison>(l.Id));
        if (first.DesignatedOn <= due)
        {
            var inTime = agency.IsRequested ? "as requested" : "by the due day";
            return Met($"A liaison was designated on {Words.Day(first.DesignatedOn)}, {inTime}.", evidence);
        }

        return agency.Designations.Covering(agency.Agency, due) is { } above
            ? Met(
                $"{agency.Find(above.AgencyId).Abbreviation} spoke for it on {(agency.IsRequested ? Words.Day(due) : "the due day")}, "
                    + "and a liaison of its own followed.",
                evidence
            )
            : MetLate(
                $"A liaison was designated on {Words.Day(first.DesignatedOn)}, after {Words.Day(due)}.",
                evidence
            );
    }

    /// <summary>CWA-2.2. The memorandum names no day, so the duty is missed once the first report is due.</summary>
    public static Judgement Told(JudgedAgency agency)
    {
        if (Inherits(agency) is { } inherited)
            return inherited;

        var told = agency.Designated.Where(l => l.ReportedAt < agency.End).MinBy(l => l.ReportedAt);
        var report = agency.Sent is [var first, ..] ? first : null;
        List<Evidence> evidence =
        [
            .. told is null ? [] : new[] { Evidence.Of<Liaison>(told.Id) },
            .. report is null ? [] : new[] { Evidence.Of<MonthlyReport>(report.Id) },
        ];
        if (told is not null && report is not null)
            return Met(
                $"NPR was told of a liaison on {Words.Day(told.ReportedAt!.Value)} and got the first list of "
                    + $"events on {Words.Day(report.SubmittedAt)}.",
                evidence
            );

        return Missing(
            agency.Day >= FirstReportDueOn(agency),
            (told, report) switch
            {
                (null, null) => "NPR has been told neither of a liaison nor of any events.",
                (null, _) => "NPR has a list of events, but has not been told of a liaison.",
                _ => "NPR has been told of a liaison, but has no list of events.",
            },
            evidence
        );
    }

    private static DateOnly FirstReportDueOn(JudgedAgency agency)
    {
        var month = ReportMonth.Of(agency.Agency.ActiveFrom);
        return agency.Calendar.DueOn(
            month < ReportingCalendar.FirstMonth ? ReportingCalendar.FirstMonth : month,
            agency.Agency
        );
    }

    private static Judgement? Inherits(JudgedAgency agency) =>
        agency.CoveredBy is { } above
            ? Inherited(
                agency.Find(above.AgencyId),
                $"The liaison of {agency.Find(above.AgencyId).Abbreviation} speaks for it too.",
                Evidence.Of<Liaison>(above.Id)
            )
            : null;
}
