using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A report that is due soon and has not been submitted.</summary>
public sealed record Reminder
{
    internal Reminder(AgencyReportingStatus status) => Status = status;

    /// <summary>The agency to remind.</summary>
    public Agency Agency => Status.Agency;

    /// <summary>The month that the report covers.</summary>
    public ReportMonth Month => Status.Month;

    /// <summary>The last Washington day on which the agency's report is on time.</summary>
    public DateOnly DueOn => Status.DueOn;

    /// <summary>How many days are left until then, 0 on the due day itself.</summary>
    public int DaysLeft => DueOn.DayNumber - Status.AsOf.DayNumber;

    /// <summary>How the report stands: MISSING or NOT_REPORTED, DRAFT, or RETURNED and not submitted again.</summary>
    public ReportState State => Status.State;

    /// <summary>Whether the agency has a draft, which only the agency can read.</summary>
    public bool HasDraft => Status.HasDraft;

    /// <summary>
    /// The reminder in a plain sentence, worded as a request if the agency is requested to report, not directed.
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

/// <summary>Which agencies to remind of a report.</summary>
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

    /// <summary>Today's date in Washington, from which days are counted.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Everything stored by this instant is taken into account.</summary>
    public DateTime DataAsOf { get; }

    /// <summary>How many agencies there are to remind.</summary>
    public int TotalCount => All.Count;

    internal IReadOnlyList<Reminder> All { get; }
}

/// <inheritdoc cref="Reminders"/>
[SignedIn]
public sealed class RemindersType : ObjectType<Reminders>
{
    /// <summary>
    /// The agencies, each with its first report that is due and not submitted: by due day, then by abbreviation. More
    /// than 250 are refused: narrow them down with `where`.
    /// </summary>
    [ListSize(Government.MostAgencies)]
    public static IReadOnlyList<Reminder> Items(Reminders reminders) => ReportingStatusType.AtMost(reminders.All);
}

/// <inheritdoc cref="Reminder"/>
[SignedIn]
public sealed class ReminderType : ObjectType<Reminder>
{
    /// <summary>
    /// The liaison to write to or call: the agency's own, or else that of the nearest agency above whose designation
    /// covers components. Null if nobody speaks for the agency, or if you may not see that liaison.
    /// </summary>
    public static IDataLoaderResult<Liaison?>? Liaison(Reminder reminder, ById<Liaison> liaisons) =>
        liaisons.Find(reminder.Status.Liaison?.Id);
}
