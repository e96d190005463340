using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Events as a caller plans them, and reports as a caller sends them.</summary>
internal static class Halls
{
    public static PlannedEventInput Hall(string title = "Hall", int day = 14, int month = 4) =>
        new()
        {
            Title = title,
            Description = "We listen.",
            StartsOn = new(1998, month, day),
            Medium = Medium.FaceToFace,
            Format = EventFormat.TownHall,
            Setting = Setting.Informal,
            Access = Access.OpenToPublic,
            TopicScope = TopicScope.OpenTopic,
            PlaceKind = PlaceKind.Place,
            State = StateCode.CA,
        };

    /// <summary>An event of which only the day and a description are said.</summary>
    public static PlannedEventInput Brief(int day = 14, string description = "We listen to customers.") =>
        new() { Description = description, StartsOn = new(1998, 4, day) };

    public static SubmitMonthlyReport Submit(Agency agency, params PlannedEventInput[] events) =>
        new()
        {
            AgencyId = agency.AsId(),
            Month = Samples.April,
            Events = events,
        };

    public static AcceptMonthlyReport Accept(MonthlyReport report) => new() { MonthlyReportId = report.AsId() };

    public static ReturnMonthlyReport Return(MonthlyReport report, string reason = "Say where.") =>
        new() { MonthlyReportId = report.AsId(), Reason = reason };

    public static RecallMonthlyReport Recall(MonthlyReport report, string? reason = null) =>
        new() { MonthlyReportId = report.AsId(), Reason = reason };

    /// <summary>The draft of April's report exactly as it is saved.</summary>
    public static SubmitMonthlyReport SubmitDraft(Agency agency) => Submit(agency) with { Events = null };

    /// <summary>The report of April as the agency sent it and NPR accepted it.</summary>
    public static async Task<MonthlyReport> AcceptedAsync(
        this Desk desk,
        Agency agency,
        params PlannedEventInput[] events
    ) => (await desk.Reviewer.DoAsync(Accept(await desk.SubmittedAsync(agency, events)))).Record;

    /// <summary>The report as the agency sent it and NPR accepted it.</summary>
    public static async Task<MonthlyReport> AcceptedAsync(this Desk desk, Agency agency, SubmitMonthlyReport submit) =>
        (await desk.Reviewer.DoAsync(Accept((await desk.ClerkOf(agency).DoAsync(submit)).Record))).Record;

    /// <summary>The report of April as the agency sent it.</summary>
    public static async Task<MonthlyReport> SubmittedAsync(
        this Desk desk,
        Agency agency,
        params PlannedEventInput[] events
    ) => (await desk.ClerkOf(agency).DoAsync(Submit(agency, events))).Record;

    /// <summary>The agency's events by title.</summary>
    public static async Task<IReadOnlyList<Event>> EventsAsync(this Desk desk, Agency agency) =>
        await desk.ReadAsync(db => db.Events.Where(e => e.AgencyId == agency.Id).OrderBy(e => e.Title).ToListAsync());

    /// <summary>Cancels the event with this title.</summary>
    public static async Task CancelAsync(this Desk desk, Agency agency, string title) =>
        await desk.ClerkOf(agency)
            .DoAsync(new CancelEvent { EventId = await desk.EventIdAsync(agency, title), Reason = "Snow." });

    /// <summary>Postpones the event with this title.</summary>
    public static async Task PostponeAsync(this Desk desk, Agency agency, string title, DateOnly? to) =>
        await desk.ClerkOf(agency)
            .DoAsync(
                new PostponeEvent
                {
                    EventId = await desk.EventIdAsync(agency, title),
                    Reason = "Snow.",
                    StartsOn = to,
                }
            );

    private static async Task<Id<Event>> EventIdAsync(this Desk desk, Agency agency, string title) =>
        (await desk.EventsAsync(agency)).Single(e => e.Title == title).AsId();
}
