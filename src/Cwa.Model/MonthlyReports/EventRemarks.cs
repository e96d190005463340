using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>A remark on one event of a report that is returned.</summary>
public sealed record EventRemarkInput
{
    /// <summary>The id of an event that the returned revision lists.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>What is to be corrected about it.</summary>
    [MaxLength(EventRemark.LongestRemark)]
    public required string Remark { get; init; }
}

/// <summary>Reads and checks the remarks with which a report is returned.</summary>
internal static class EventRemarks
{
    /// <summary>The remarks in their order. They can be used only if the check is still good.</summary>
    public static async Task<IReadOnlyList<(Guid EventId, int Position, string Remark)>> ReadAsync(
        IReadOnlyList<EventRemarkInput> inputs,
        MonthlyReport report,
        Work work,
        CancellationToken cancellationToken
    )
    {
        if (inputs is [] || inputs.Count > MonthlyReport.MaxEvents)
            return [];

        var listed = await work
            .Db.EventRevisions.Where(r => r.ReportId == report.Id)
            .Select(r => new { r.EventId, r.Position })
            .ToDictionaryAsync(r => r.EventId, r => r.Position, cancellationToken);
        var left = listed.Keys.ToHashSet();
        var read = new List<(Guid, int, string)>();
        foreach (var (i, input) in inputs.Index())
        {
            var at = work.Check.In(nameof(ReturnMonthlyReport.Remarks), i);
            if (input.EventId.Key is not { } id || !listed.TryGetValue(id, out var position))
                at.Refuse(new EventNotListed(), nameof(input.EventId));
            else if (!left.Remove(id))
                at.Refuse(new EventRemarkedTwice(), nameof(input.EventId));
            else
                read.Add((id, position, input.Remark));
        }

        return read;
    }
}

/// <summary>A remark is about an event that the report does not list.</summary>
public sealed record EventNotListed : Refusal
{
    /// <inheritdoc/>
    public override string Message => "This revision of the report does not list an event with this id.";
}

/// <summary>Two remarks are about the same event.</summary>
public sealed record EventRemarkedTwice : Refusal
{
    /// <inheritdoc/>
    public override string Message => "An earlier remark is about this event, too. Make them one.";
}
