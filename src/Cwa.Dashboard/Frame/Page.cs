using Cwa.Dashboard.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Frame;

/// <summary>A page: it asks its operation, and shows the answer or says why there is none.</summary>
public abstract class Page<TData> : ComponentBase
    where TData : class
{
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
        if (Variables is not { } variables)
            return;

        var answer = await Operations.AskAsync<TData>(variables, Http.RequestAborted);
        (Data, Problem) = (answer.Data, answer.Errors is [var first, ..] ? first : null);
        if (Data is null)
            Fail();
    }

    private void Fail()
    {
        var isAway = Problem?.Extensions.Code is "UNAVAILABLE" or "TIMEOUT";
        Http.Response.StatusCode = isAway
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;
        if (isAway)
            Http.Response.Headers.RetryAfter = "5";
    }
}
