using Cwa.Dashboard.Agencies;
using Cwa.Dashboard.Events;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Reporting;

/// <summary>What the reader's agencies have to do.</summary>
[Operation("agency-work")]
public sealed record AgencyWorkData(WorkViewer? Viewer);

public sealed record WorkViewer(WorkAgencies Agencies);

public sealed record WorkAgencies(int TotalCount, IReadOnlyList<WorkAgency> Nodes);

public sealed record WorkAgency(
    string Abbreviation,
    string Name,
    DirectiveStanding Directive,
    IReadOnlyList<WorkMonth> ReportingCalendar,
    UnconfirmedEvents Events
);

public sealed record WorkMonth(Month Month, DateOnly DueOn, ReportState State, bool Overdue, WorkReport? Report)
{
    /// <summary>Whether the agency acts next: on what it has begun, and on what is due up to a month.</summary>
    internal bool IsOpenIn(Month last) =>
        State is ReportState.Draft or ReportState.Returned
        || (State is ReportState.Missing or ReportState.NotReported && !(Month > last));
}

public sealed record WorkReport(int? Revision, int EventCount, bool Nil, string? ReturnReason);

public sealed record UnconfirmedEvents(int TotalCount, IReadOnlyList<UnconfirmedEvent> Nodes);

public sealed record UnconfirmedEvent(
    string Id,
    string? Title,
    string Description,
    DateOnly StartsOn,
    DateOnly EndsOn,
    EventFormat? Format,
    string? City,
    string? State
);
