using System.Globalization;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Finds the reasons why an agency needs a call, and words them.</summary>
internal static class AttentionReasons
{
    /// <summary>How many months of reports are considered, the current one included.</summary>
    public const int MonthsBack = 12;

    /// <summary>The most reasons for one agency: one of each kind.</summary>
    public const int Most = 9;

    private const int NoLiaisonWeight = 5,
        OverdueWeight = 2,
        ReturnedWeight = 3,
        AskedWeight = 1,
        RisingWeight = 2,
        CarryOverWeight = 1;

    /// <summary>The months whose reports are considered.</summary>
    public static IEnumerable<ReportMonth> Months(DateOnly today)
    {
        var first = ReportMonth.Of(today.PlusMonths(1 - MonthsBack));
        return (first < ReportingCalendar.FirstMonth ? ReportingCalendar.FirstMonth : first).Through(
            ReportMonth.Of(today).Next
        );
    }

    /// <summary>An agency's reasons, in the order of their kinds.</summary>
    public static IEnumerable<AttentionReason> Of(Agency agency, AgenciesReports read, AttentionSigns signs)
    {
        List<AgencyReportingStatus> months =
        [
            .. read.Months.Select(month => read.Reports.Of(agency, month)).OfType<AgencyReportingStatus>(),
        ];
        return
        [
            .. NoLiaison(agency, read.Reports),
            .. NotCome(months),
            .. Returned(months),
            .. Rising(agency, signs.Complaints),
            .. NotCarriedOver(agency, signs.Complaints),
            .. ProblemReasons.PastTarget(agency, signs.Complaints.Problems),
            .. ProblemReasons.Returned(agency, signs.Complaints.Problems),
            .. NothingPlanned.Of(agency, read.Reports, signs.Planned),
        ];
    }

    private static IEnumerable<AttentionReason> NoLiaison(Agency agency, ReportsOnDay reports)
    {
        var dueOn = ReportingCalendar.FirstDueDayOf(agency);
        if (reports.Designations.SpeakingFor(agency, reports.AsOf) is not null)
            yield break;

        var ended = reports.Designations.LastEnd(agency, reports.AsOf);
        if (ended is null && reports.AsOf <= dueOn)
            yield break;

        var isRequested = agency.Directive == DirectiveStanding.Requested;
        yield return new()
        {
            Kind = AttentionKind.NoLiaison,
            Since = ended ?? dueOn.Plus(1),
            Weight = isRequested ? AskedWeight : NoLiaisonWeight,
            Text = (ended, isRequested) switch
            {
                ({ } since, false) => $"Nobody has spoken for the agency since {since.InWords()}, "
                    + "when the last designation of a liaison ended.",
                ({ } since, true) =>
                    $"Nobody has spoken for the agency since {since.InWords()}; it is asked to designate a liaison.",
                (null, false) => $"No liaison speaks for the agency. One was to be designated by {dueOn.InWords()}.",
                (null, true) =>
                    $"The agency was requested to designate a liaison by {dueOn.InWords()}, and none speaks for it.",
            },
        };
    }

    private static IEnumerable<AttentionReason> NotCome(IEnumerable<AgencyReportingStatus> months)
    {
        List<AgencyReportingStatus> outstanding =
        [
            .. months.Where(s => s.IsOutstanding && s.AsOf > s.DueOn && s.State != ReportState.Returned),
        ];
        if (outstanding is [])
            yield break;

        IReadOnlyList<ReportMonth> named = [.. outstanding.Select(s => s.Month)];
        var (isRequested, isOne, first) = (
            outstanding[0].IsRequested,
            outstanding.Count == 1,
            outstanding.Min(s => s.DueOn)
        );
        yield return new()
        {
            Kind = isRequested ? AttentionKind.ReportRequested : AttentionKind.ReportOverdue,
            Since = first.Plus(1),
            Months = named,
            Weight = isRequested ? AskedWeight : outstanding.Count * OverdueWeight,
            Text = (isRequested, isOne) switch
            {
                (false, true) => $"The report of {named.InWords()} was due on {first.InWords()} and has not come.",
                (false, false) =>
                    $"The reports of {named.InWords()} have not come; the first was due on {first.InWords()}.",
                (true, true) => $"The agency was requested to report on {named.InWords()} by {first.InWords()}, "
                    + "and NPR would welcome the report.",
                (true, false) =>
                    $"The agency was requested to report on {named.InWords()}, first by {first.InWords()}, "
                        + "and NPR would welcome the reports.",
            },
        };
    }

    private static IEnumerable<AttentionReason> Returned(IEnumerable<AgencyReportingStatus> months)
    {
        List<AgencyReportingStatus> returned = [.. months.Where(s => s.State == ReportState.Returned)];
        if (returned is [])
            yield break;

        yield return new()
        {
            Kind = AttentionKind.ReportReturned,
            Since = returned.Min(ReturnedOn),
            Months = [.. returned.Select(s => s.Month)],
            Weight = returned[0].IsRequested ? AskedWeight : returned.Count * ReturnedWeight,
            Text = string.Join(
                ' ',
                returned.Select(s =>
                    $"NPR returned the {(s.Reported!.IsIn ? "amended report" : "report")} of "
                    + $"{s.Month.InWords()} on {ReturnedOn(s).InWords()} and "
                    + $"{(s.IsRequested ? "asks for it again" : "it was not sent again")}: "
                    + $"“{s.Reported.Newest.ReturnReason}”"
                )
            ),
        };

        static DateOnly ReturnedOn(AgencyReportingStatus status) =>
            Washington.DateOf(status.Reported!.Newest.DecidedAt!.Value);
    }

    private static IEnumerable<AttentionReason> Rising(Agency agency, ComplaintSigns complaints)
    {
        if (!complaints.Risen.TryGetValue(agency.Id, out var received))
            yield break;

        var (months, before) = (complaints.Months, complaints.MonthsBefore);
        yield return new()
        {
            Kind = AttentionKind.ComplaintsRising,
            Since = months[0].FirstDay,
            Months = months,
            Weight = RisingWeight,
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"Complaints rose from {received.ReceivedBefore:N0} in {before.InWords()} to "
                    + $"{received.Received:N0} in {months.InWords()}."
            ),
        };
    }

    private static IEnumerable<AttentionReason> NotCarriedOver(Agency agency, ComplaintSigns complaints)
    {
        if (!complaints.CarryOvers.TryGetValue(agency.Id, out var carryOver))
            yield break;

        yield return new()
        {
            Kind = AttentionKind.FiguresDoNotCarryOver,
            Since = carryOver.LastMonth.FirstDay,
            Months = [carryOver.LastMonth],
            Weight = CarryOverWeight,
            Text =
                $"Complaint figures of {carryOver.LastMonth.InWords()} open with a different number from the one "
                + "that the month before closed with"
                + (
                    carryOver.Differences == 1
                        ? string.Create(CultureInfo.InvariantCulture, $": the difference is {carryOver.Largest:N0}.")
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"; in twelve months {carryOver.Differences:N0} figures did so, "
                                + $"and the largest difference is {carryOver.Largest:N0}."
                        )
                ),
        };
    }
}
