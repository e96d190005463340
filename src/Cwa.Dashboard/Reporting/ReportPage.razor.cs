using Cwa.Dashboard.Events;
using Cwa.Dashboard.Frame;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Reporting;

public partial class ReportPage : Page<MonthReportData>
{
    [Inject]
    internal MonthForm Form { get; set; } = null!;

    [Inject]
    internal ReportEvents Events { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public string Abbreviation { get; set; } = "";

    [Parameter]
    public string MonthText { get; set; } = "";

    /// <summary>Whether an accepted report is to be amended.</summary>
    [SupplyParameterFromQuery(Name = "amend")]
    public string? AmendAsked { get; set; }

    /// <summary>What was done just before.</summary>
    [SupplyParameterFromQuery(Name = "done")]
    public string? DoneAsked { get; set; }

    protected override object? Subject => Data?.Agency;

    protected override object? Variables => IsMonth && !Frame.IsForThePublic ? new { Abbreviation, Month } : null;

    private bool IsMonth => Month.TryParse(MonthText, null, out var month) && !(month < Month.First);

    private Month Month => Month.Parse(MonthText, null);

    private ReportViewer? Viewer => Data?.Viewer;

    private bool MayRead => Frame is { Viewer.IsNpr: true } || Viewer is { Reports: true };

    /// <summary>The form; null if there is nothing to write.</summary>
    private WrittenReport? Written { get; set; }

    private Spoken? Said { get; set; }

    /// <summary>The events of the revision that was sent last.</summary>
    private IReadOnlyList<ReportedEvent> Reported { get; set; } = [];

    /// <summary>What NPR remarked on the events of a returned report, by their ids.</summary>
    private IReadOnlyDictionary<string, string> Remarks { get; set; } = new Dictionary<string, string>();

    private string Address => $"/report/{Uri.EscapeDataString(Abbreviation)}/{Month}";

    private string? DoneWords =>
        DoneAsked switch
        {
            "sent" => "Sent. NPR decides next, and you see its decision here.",
            "saved" => "Saved as a draft. Nobody but your agency and those above it sees it.",
            "accepted" => "Accepted. Its public events are published.",
            "returned" => "Returned, with your reason. The agency sends the next revision.",
            "recalled" => "Taken back, and a draft again. Change it, and send it when it is right.",
            "imported" => "The file is stored, and its reports are sent. NPR decides next.",
            _ => null,
        };

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        if (Posted == "report")
            Written = WrittenReport.Of(Http.Request.Form);
        if (Data?.Agency is not { } agency || !MayRead)
            return;

        if (agency.Newest is { Nil: false } newest)
            Reported = await EventsOfAsync(newest);
        if (agency.Newest is { Status: RevisionStatus.Returned } returned)
            Remarks = await Events.RemarksAsync(returned, Http.RequestAborted);
        if (Viewer!.Reports && Problem is null)
            Written ??= await BeginAsync(agency);
    }

    // A form that began without events that could not be read would lose them.
    private async Task<IReadOnlyList<ReportedEvent>> EventsOfAsync(ReportRevision report)
    {
        (var events, Problem) = await Events.ReadAsync(report, Http.RequestAborted);
        return events;
    }

    // A report that waits for NPR cannot be changed. An accepted one can, if somebody asks to.
    private async Task<WrittenReport?> BeginAsync(ReportingAgency agency)
    {
        var (newest, draft) = (agency.Newest, agency.Draft);
        var isDone =
            newest is { Status: RevisionStatus.Submitted }
            || (newest is { Status: RevisionStatus.Accepted } && draft is null && AmendAsked is null);
        // Somebody may have sent a report while a file was chosen.
        if (isDone && Posted != "file")
            return null;

        var events = draft is null ? Reported : await EventsOfAsync(draft);
        if (Problem is not null)
            return null;
        return WrittenReport.Begin(
            events
                .Where(e => e.Event is not { } now || IsListed(now))
                .Select(e => WrittenEvent.Of(e, isDraft: draft is not null)),
            newest?.Revision,
            draft?.Reason
        );
    }

    // What was cancelled, or postponed to another month, would be planned again if it were listed.
    private bool IsListed(EventNow now) => now.Status != EventStatus.Cancelled && Month.Of(now.StartsOn) == Month;

    private async Task PostAsync()
    {
        if (Data?.Agency is not { } agency || Viewer is not { Reports: true } || Written is not { } written)
            return;

        var asked = Http.Request.Form["do"].ToString();
        if (asked == "add")
            Written = written.WithOneMore();
        else if (asked.StartsWith("remove.", StringComparison.Ordinal))
            Written = written.Without(int.TryParse(asked[7..], out var position) ? position : -1);
        else if (asked is "send" or "nil")
            Tell(await Form.SendAsync(written, agency.Id, Month, asked == "nil", Http.RequestAborted), "sent");
        else if (asked == "save")
            Tell(await Form.KeepAsync(written, agency.Id, Month, Http.RequestAborted), "saved");
        else
            Said = await Form.CheckAsync(written, agency.Id, Month, Http.RequestAborted);
    }

    private void Tell(Spoken said, string done)
    {
        Said = said;
        if (said.IsRefused)
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else
            Navigation.NavigateTo($"{Address}?done={done}");
    }
}
