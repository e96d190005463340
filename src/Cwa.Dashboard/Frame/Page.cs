using Cwa.Dashboard.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Frame;

/// <summary>A page: it asks its operation, and shows the answer or says why there is none.</summary>
public abstract class Page<TData> : ComponentBase
    where TData : class
{
    private const int LongestCursor = 1_000;

    private Task? _reading;

    [Inject]
    internal Operations Operations { get; set; } = null!;

    [Inject]
    internal Framing Framing { get; set; } = null!;

    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    /// <summary>What the page shows; null if it could not be read.</summary>
    protected TData? Data { get; private set; }

    /// <summary>Why the page could not be read.</summary>
    protected AnswerError? Problem { get; private protected set; }

    /// <summary>What every page shows, such as the day in Washington.</summary>
    protected FrameData Frame { get; private set; } = null!;

    /// <summary>What the page is about; null if the answer does not have it.</summary>
    protected virtual object? Subject => Data;

    /// <summary>
    /// The cursor in the address, after which a list goes on; null if there is none, or if it is not of that list.
    /// </summary>
    protected string? After { get; private set; }

    /// <summary>The name of the form that was posted; null if the page is only read.</summary>
    protected string? Posted =>
        HttpMethods.IsPost(Http.Request.Method) ? Http.Request.Form["_handler"].ToString() : null;

    /// <summary>The operation's variables, once the frame is read; null if there is nothing to ask.</summary>
    protected abstract object? Variables { get; }

    /// <summary>Renders the page once it is read. Until then it has no status, and nothing to say.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await (_reading ??= ReadAsync());
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the page shows.</summary>
    protected virtual async Task ReadAsync()
    {
        var frame = await Framing.ReadAsync(Http.RequestAborted);
        Problem = frame.Errors?[0];
        if (frame.Data is null)
        {
            Fail();
            return;
        }

        Frame = frame.Data;
        After = Http.Request.Query["after"] is [{ Length: > 0 and <= LongestCursor } after] ? after : null;
        if (Variables is null)
            return;

        await AskAsync();
        if (After is not null && Problem?.Extensions.Code == "INVALID_CURSOR")
        {
            After = null;
            await AskAsync();
        }

        if (Data is null || (Problem is not null && Subject is null))
            Fail();
    }

    private async Task AskAsync()
    {
        var answer = await Operations.AskAsync<TData>(Variables!, Http.RequestAborted);
        (Data, Problem) = (answer.Data, answer.Errors is [var first, ..] ? first : null);
    }

    private void Fail()
    {
        Http.Response.StatusCode = Problem?.Extensions.Code switch
        {
            "UNAVAILABLE" or "TIMEOUT" => StatusCodes.Status503ServiceUnavailable,
            "RATE_LIMITED" => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (Problem?.Extensions.RetryAfter is { } seconds)
            Http.Response.Headers.RetryAfter = $"{seconds}";
    }
}
