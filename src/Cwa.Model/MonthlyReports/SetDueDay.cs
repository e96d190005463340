using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Sets the day by which all agencies' reports for a month are due (action 2). The usual day is 16 March 1998 for the
/// first month, and otherwise the last day of the month before. An agency that begins after the due day has thirteen
/// days from its own first day.
/// </summary>
[By(Role.Administrator)]
public sealed record SetDueDay : Verb<DueDay>
{
    /// <summary>The month that the reports cover, 1998-03 or later.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>
    /// The last Washington day on which a report for the month is on time, in place of the usual day or of one set
    /// before.
    /// </summary>
    public required DateOnly DueOn { get; init; }

    /// <inheritdoc/>
    public override async Task<DueDay?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (Month < ReportingCalendar.FirstMonth)
            work.Refuse(new NoReportsOfMonth(), nameof(Month));
        if (!work.IsGood)
            return null;

        if (DueOn < work.Today)
            work.Warn("This day is over: reports that have not come are late or overdue at once.", nameof(DueOn));
        if (DueOn > Month.LastDay)
            work.Warn($"This day is after {Month}, but a report announces events in advance.", nameof(DueOn));
        if (DueOn < Agency.DirectiveDay)
            work.Warn("This day is before the memorandum.", nameof(DueOn));
        else if (DueOn.DayNumber < Month.FirstDay.DayNumber - 92)
            work.Warn($"This day is more than three months before {Month} begins.", nameof(DueOn));

        var day = await work.Db.DueDays.SingleOrDefaultAsync(d => d.Month == Month, cancellationToken);
        if (day is null)
            work.Db.Add(day = new(Month, DueOn));
        else
            day.Move(DueOn);
        work.Announce(FeedKind.DueDaySet, day, day.Id, agencyId: null);
        return day;
    }
}

/// <summary>No reports are expected for the month.</summary>
public sealed record NoReportsOfMonth : Refusal
{
    /// <summary>The first month with reports.</summary>
    public ReportMonth FirstMonth { get; } = ReportingCalendar.FirstMonth;

    /// <inheritdoc/>
    public override string Message => $"Reports begin with {FirstMonth}. Give that month or a later one.";
}
