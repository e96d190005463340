using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>
/// A report in the shape of `submitMonthlyReport`, of `submitMonthlyReports` and, without the reason, of
/// `saveMonthlyReportDraft`: its fields are named as theirs, and what is read can be sent as it is.
/// </summary>
public sealed record ReportToSend
{
    internal ReportToSend(Guid reportId, Guid agencyId, ReportMonth month, bool nil, string? reason) =>
        (ReportId, AgencyId, Month, Nil, Reason) = (
            reportId,
            NodeId.Encode(nameof(Agency), agencyId),
            month,
            nil,
            reason
        );

    internal Guid ReportId { get; }

    /// <summary>The reporting agency's id.</summary>
    [Id]
    public string AgencyId { get; }

    /// <summary>The month in which the events take place.</summary>
    public ReportMonth Month { get; }

    /// <summary>True if the report says that there are no events.</summary>
    public bool Nil { get; }

    /// <summary>Why an accepted report is amended; null if it is not.</summary>
    public string? Reason { get; }
}

/// <inheritdoc cref="ReportToSend"/>
[SignedIn]
public sealed class ReportToSendType : ObjectType<ReportToSend>
{
    /// <summary>
    /// The events, at most 500. Of a sent revision, those are left out that the agency has cancelled since, or postponed
    /// to another month: whoever lists them again plans them again.
    /// </summary>
    [ListSize(MonthlyReport.MaxEvents)]
    public static IDataLoaderResult<IReadOnlyList<EventToSend>> Events(
        ReportToSend report,
        EventsToSendByReport events
    ) => events.Load(report.ReportId);
}

/// <summary>The events of reports in the shape in which they are written.</summary>
public sealed class EventsToSendByReport(RequestContexts contexts, ReadGate gate, Caller caller)
    : BatchLoader<Guid, IReadOnlyList<EventToSend>>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EventToSend>>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(caller.IsSignedIn, cancellationToken);
        await using var db = contexts.Create();
        return (await ReportLine.OfAsync(db, keys, cancellationToken))
            .GroupBy(line => line.ReportId)
            .ToDictionary(
                lines => lines.Key,
                IReadOnlyList<EventToSend> (lines) => [.. lines.Select(line => new EventToSend(line))]
            );
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<EventToSend> Missing(Guid key) => [];
}
