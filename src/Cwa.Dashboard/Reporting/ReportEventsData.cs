using Cwa.Dashboard.Events;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Reporting;

/// <summary>The events of a report.</summary>
[Operation("report-events")]
public sealed record ReportEventsData(ReportNode? Node);

public sealed record ReportNode(ReportedPage? DraftEvents, ReportedPage? EventsAsReported);

public sealed record ReportedPage(IReadOnlyList<ReportedEvent> Nodes, PageInfo PageInfo);

/// <param name="Event">The event as it stands now; null if it was never sent.</param>
public sealed record ReportedEvent(EventNow? Event, IReadOnlyList<CoHost> CoHosts, ReportedFacts Facts);

public sealed record EventNow(string Id, EventStatus Status, DateOnly StartsOn, DateOnly EndsOn);

public sealed record CoHost(string Abbreviation);

public sealed record ReportedFacts(
    string? Title,
    string Description,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EventMedium? Medium,
    EventFormat? Format,
    string? Setting,
    string? Access,
    string? TopicScope,
    IReadOnlyList<string> Languages,
    EventPlace? PlaceKind,
    string? State,
    string? City,
    int? ExpectedReach
);

/// <summary>NPR's remarks on the events of a returned report.</summary>
[Operation("report-remarks")]
public sealed record ReportRemarksData(RemarkedNode? Node);

public sealed record RemarkedNode(RemarkPage? Remarks);

public sealed record RemarkPage(IReadOnlyList<EventRemark> Nodes, PageInfo PageInfo);

public sealed record EventRemark(RemarkedEvent? Event, string Remark);

public sealed record RemarkedEvent(string Id);

/// <summary>Reads the events of a report, however many there are.</summary>
internal sealed class ReportEvents(Operations operations)
{
    /// <summary>All events of a report, in its order; or why they could not be read.</summary>
    public async Task<(IReadOnlyList<ReportedEvent> Events, AnswerError? Problem)> ReadAsync(
        ReportRevision report,
        CancellationToken cancellationToken
    )
    {
        var isDraft = report.Status == RevisionStatus.Draft;
        var events = new List<ReportedEvent>();
        for (string? after = null; ; )
        {
            var variables = new
            {
                report.Id,
                isDraft,
                after,
            };
            var answer = await operations.AskAsync<ReportEventsData>(variables, cancellationToken);
            var page = isDraft ? answer.Data?.Node?.DraftEvents : answer.Data?.Node?.EventsAsReported;
            if (answer.Errors is [var problem, ..])
                return ([], problem);
            events.AddRange(page?.Nodes ?? []);
            if (page?.PageInfo.Next is not { } last)
                return (events, null);
            after = last;
        }
    }

    /// <summary>NPR's remarks on a returned report, by the ids of its events.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RemarksAsync(
        ReportRevision report,
        CancellationToken cancellationToken
    )
    {
        var remarks = new Dictionary<string, string>();
        for (string? after = null; ; )
        {
            var answer = await operations.AskAsync<ReportRemarksData>(new { report.Id, after }, cancellationToken);
            var page = answer.Data?.Node?.Remarks;
            foreach (var said in page?.Nodes ?? [])
                remarks[said.Event?.Id ?? ""] = said.Remark;
            if (page?.PageInfo.Next is not { } last)
                return remarks;
            after = last;
        }
    }
}
