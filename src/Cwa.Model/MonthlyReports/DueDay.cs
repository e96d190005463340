namespace Cwa.Model;

/// <summary>The day that NPR has set for one month's reports to be due, in place of the usual day.</summary>
public sealed class DueDay
{
    private DueDay() { } // EF Core

    /// <summary>Sets the day by which the reports of the month are due.</summary>
    public DueDay(ReportMonth month, DateOnly dueOn, Guid? id = null, DateTime? recordedAt = null)
    {
        Id = id ?? Guid.CreateVersion7();
        Month = month;
        DueOn = dueOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The due day's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The month that the reports cover; each has at most one due day of its own.</summary>
    public ReportMonth Month { get; private init; }

    /// <summary>The last Washington day on which a report for the month is on time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>When the due day was first set, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the due day was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Moves the due day.</summary>
    public void Move(DateOnly dueOn) => DueOn = dueOn;
}
