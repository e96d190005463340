using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A report that will soon be due and has not come yet.</summary>
public sealed record Reminder
{
    internal Reminder(AgencyReportingStatus status) => Status = status;

    /// <summary>The agency to remind.</summary>
    public Agency Agency => Status.Agency;

    /// <summary>The month that the report covers.</summary>
    public ReportMonth Month => Status.Month;

    /// <summary>The last Washington day on which the agency's report is in time.</summary>
    public DateOnly DueOn => Status.DueOn;

    /// <summary>How many days are left until then, 0 on the due day itself.</summary>
    public int DaysLeft => DueOn.DayNumber - Status.AsOf.DayNumber;

    /// <summary>How the report stands: MISSING or NOT_REPORTED, DRAFT, or RETURNED and not sent again.</summary>
    public ReportState State => Status.State;

    /// <summary>Whether the agency is writing a draft. What it says is the agency's own.</summary>
    public bool HasDraft => Status.HasDraft;

    /// <summary>
    /// The reminder in a plain sentence, which asks where the agency is requested to report and not directed.
    /// </summary>
    public string Text =>
        (
            Status.IsRequested
                ? $"You are kindly asked for the report of {Month.InWords()} by {DueOn.InWords()}"
                : $"The report of {Month.InWords()} is due on {DueOn.InWords()}"
        ) + $", {Left}.";

    internal AgencyReportingStatus Status { get; }

    private string Left =>
        DaysLeft switch
        {
            0 => "which is today",
            1 => "which is tomorrow",
            var days => $"in {days} days",
        };
}

/// <summary>Whom to remind of a report.</summary>
public sealed record Reminders
{
    internal Reminders(AgenciesReports read, DateOnly until)
    {
        (AsOf, DataAsOf) = (read.Reports.AsOf, read.DataAsOf);
        All =
        [
            .. read
                .Agencies.Where(a => a.IsActiveOn(AsOf))
                .Select(a =>
                    read.Months.Select(month => read.Reports.Of(a, month))
                        .OfType<AgencyReportingStatus>()
                        .Where(s => s.IsOutstanding && s.DueOn >= AsOf && s.DueOn <= until)
                        .MinBy(s => (s.DueOn, s.Month))
                )
                .OfType<AgencyReportingStatus>()
                .OrderBy(s => s.DueOn)
                .Select(s => new Reminder(s)),
        ];
    }

    /// <summary>The Washington day, today, from which days are counted.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Everything stored by this instant is in it.</summary>
    public DateTime DataAsOf { get; }

    /// <summary>How many agencies there are to remind.</summary>
    public int TotalCount => All.Count;

    internal IReadOnlyList<Reminder> All { get; }
}

/// <summary>Whom to remind of a report.</summary>
[SignedIn]
public sealed class RemindersType : ObjectType<Reminders>
{
    /// <summary>
    /// The agencies, each with the first report that will be due and has not come: by due day, then by abbreviation.
    /// More than 250 are not listed: then narrow them down with `where`.
    /// </summary>
    [ListSize(ReportsToday.MostAgencies)]
    public static IReadOnlyList<Reminder> Items(Reminders reminders) => ReportingStatusType.AtMost(reminders.All);
}

/// <summary>A report that will soon be due and has not come yet.</summary>
[SignedIn]
public sealed class ReminderType : ObjectType<Reminder>
{
    /// <summary>
    /// The liaison to write to or to call: the agency's own, else that of the nearest agency above whose designation
    /// covers components. Null when nobody speaks for the agency, and where you may not see that agency's liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? Liaison(Reminder reminder, ById<Liaison> liaisons) =>
        liaisons.Find(reminder.Status.Liaison?.Id);
}
