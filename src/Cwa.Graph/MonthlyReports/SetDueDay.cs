using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>For which month which day is set.</summary>
public sealed record SetDueDayInput : MutationInput
{
    /// <summary>The month that the reports cover, 1998-03 or later.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>
    /// The last Washington day on which a report of the month is in time, in place of the usual one or of the one set
    /// before.
    /// </summary>
    public required DateOnly DueOn { get; init; }
}

/// <summary>The due day, or why it was refused.</summary>
public sealed record SetDueDayPayload : Payload
{
    /// <summary>The due day; null when it was refused or only checked.</summary>
    public DueDay? DueDay { get; init; }
}

/// <summary>No reports are asked for of the month.</summary>
public sealed record NoReportsOfMonth(IReadOnlyList<string> Path) : IUserError
{
    /// <summary>The first month that is reported on.</summary>
    public ReportMonth FirstMonth { get; } = ReportingCalendar.FirstMonth;

    /// <inheritdoc/>
    public string Message => $"Reports begin with {FirstMonth}. Give that month or a later one.";
}

/// <summary>NPR sets by when reports are due: the memorandum asks for them monthly and names no day.</summary>
public sealed class SetDueDay
{
    /// <summary>
    /// Sets the day by which the reports of a month are due, for all agencies, in place of the usual one: 16 March 1998
    /// for the first, and else the last day of the month before. An agency that begins after the day has thirteen days
    /// from its own first.
    /// </summary>
    /// <param name="input">For which month which day.</param>
    [Role(Roles.Admin)]
    public static Task<SetDueDayPayload> SetDueDayAsync(
        SetDueDayInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            day => new SetDueDayPayload { DueDay = day },
            session => SetAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<DueDay?> SetAsync(
        SetDueDayInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        if (input.Month < ReportingCalendar.FirstMonth)
            check.Refuse(new NoReportsOfMonth(check.Path("month")));
        if (!check.IsGood)
            return null;

        if (input.DueOn < session.Today)
            check.Warn("This day is over: reports that have not come by it are late or overdue at once.", "dueOn");
        if (input.DueOn > input.Month.LastDay)
            check.Warn($"This day is after {input.Month}; a report tells events before they take place.", "dueOn");
        if (input.DueOn < Agency.DirectiveDay)
            check.Warn("This day is before the memorandum.", "dueOn");
        else if (input.DueOn.DayNumber < input.Month.FirstDay.DayNumber - 92)
            check.Warn($"This day is more than three months before {input.Month} begins.", "dueOn");

        var day = await session.Db.DueDays.SingleOrDefaultAsync(d => d.Month == input.Month, cancellationToken);
        if (day is null)
            session.Db.Add(day = new(input.Month, input.DueOn));
        else
            day.Move(input.DueOn);
        session.Announce(FeedKind.DueDaySet, day, day.Id, agencyId: null);
        return day;
    }
}
