using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What NPR remarked on an event when it returned the report that lists it. It never changes.</summary>
public sealed class EventRemark
{
    /// <summary>The longest remark, in UTF-16 code units.</summary>
    internal const int LongestRemark = 1000;

    private EventRemark() { } // EF Core

    /// <exception cref="ArgumentException">The report is not returned, or the remark is empty or too long.</exception>
    public EventRemark(
        MonthlyReport report,
        Guid eventId,
        int position,
        string remark,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if (report.Status != MonthlyReportStatus.Returned)
            throw new ArgumentException($"The report is {report.Status}, not returned.", nameof(report));

        Id = id ?? Guid.CreateVersion7();
        ReportId = report.Id;
        EventId = eventId;
        Position = Require.NotNegative(position);
        Remark = Require.Text(remark, LongestRemark);
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of the remark.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the returned revision.</summary>
    public Guid ReportId { get; private init; }

    /// <summary>The returned revision.</summary>
    public MonthlyReport Report { get; private init; } = null!;

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event as it stands now.</summary>
    public Event Event { get; private init; } = null!;

    /// <summary>The event's place in the report, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>What is to be corrected.</summary>
    [MaxLength(LongestRemark)]
    public string Remark { get; private init; } = "";

    /// <summary>When the remark was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
