using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// Finds the months ahead with nothing planned, while it can be mended: CWA-1.1 counts such a month as missed once it
/// is over.
/// </summary>
internal static class NothingPlanned
{
    /// <summary>The most months after this one that can be asked for.</summary>
    public const int MostAhead = 12;

    private const int DaysBeforeReportIsDue = 7,
        Weight = 1;

    /// <summary>The reason, if it holds for one of the months.</summary>
    public static IEnumerable<AttentionReason> Of(Agency agency, ReportsOnDay reports, MonthsPlanned planned)
    {
        List<(ReportMonth Month, DateOnly Since)> empty =
        [
            .. planned
                .Months.Where(m => IsAsked(agency, m) && !planned.Has(agency, m))
                .Select(m => (m, ToldFrom(agency, m, reports, planned)))
                .Where(m => m.Item2 <= reports.AsOf),
        ];
        if (empty is [])
            yield break;

        IReadOnlyList<ReportMonth> months = [.. empty.Select(m => m.Month)];
        yield return new()
        {
            Kind = AttentionKind.NothingPlanned,
            Since = empty.Min(m => m.Since),
            Months = months,
            Weight = Weight,
            Text =
                agency.Directive == DirectiveStanding.Requested
                    ? $"NPR would welcome a conversation or a program in {months.InWords()}; none is known yet."
                    : $"No conversation is planned and no program runs in {months.InWords()}.",
        };
    }

    // As CWA-1.1 does: whole months throughout which the directive applies to the agency.
    private static bool IsAsked(Agency agency, ReportMonth month) =>
        month.FirstDay >= Agency.DirectiveDay
        && month.FirstDay >= agency.ActiveFrom
        && !(agency.ActiveTo <= month.LastDay);

    private static DateOnly ToldFrom(Agency agency, ReportMonth month, ReportsOnDay reports, MonthsPlanned planned)
    {
        if (!planned.IsAhead)
            return AskedFrom(agency, month, reports);
        // Reports are read as far as the next month.
        var asked = month > planned.Months[1] ? reports.AsOf : AskedFrom(agency, month, reports);
        return asked < reports.AsOf ? asked : reports.AsOf;
    }

    // Whoever has sent the month's report has said all that is planned.
    private static DateOnly AskedFrom(Agency agency, ReportMonth month, ReportsOnDay reports)
    {
        var soon = reports.Calendar.DueOn(month, agency).Plus(-DaysBeforeReportIsDue);
        // A report may be due within its month.
        if (soon > month.FirstDay)
            soon = month.FirstDay;
        return
            reports.Of(agency, month)?.Reported is { IsIn: true, Newest.SubmittedAt: var sent }
            && Washington.DateOf(sent) is var told
            && told < soon
            ? told
            : soon;
    }
}
