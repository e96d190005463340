using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Sets the day by which the reports of a month are due, for all agencies, in place of the usual one: 16 March 1998
/// for the first, and else the last day of the month before. An agency that begins after the day has thirteen days
/// from its own first.
/// </summary>
[By(Role.Administrator)]
public sealed record SetDueDay : Verb<DueDay>
{
    /// <summary>The month that the reports cover, 1998-03 or later.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>
    /// The last Washington day on which a report of the month is in time, in place of the usual one or of the one set
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
            work.Warn("This day is over: reports that have not come by it are late or overdue at once.", nameof(DueOn));
        if (DueOn > Month.LastDay)
            work.Warn($"This day is after {Month}; a report tells events before they take place.", nameof(DueOn));
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

/// <summary>No reports are asked for of the month.</summary>
public sealed record NoReportsOfMonth : Refusal
{
    /// <summary>The first month that is reported on.</summary>
    public ReportMonth FirstMonth { get; } = ReportingCalendar.FirstMonth;

    /// <inheritdoc/>
    public override string Message => $"Reports begin with {FirstMonth}. Give that month or a later one.";
}
