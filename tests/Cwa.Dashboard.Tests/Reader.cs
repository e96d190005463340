using System.Text.Json;
using System.Text.RegularExpressions;
using Cwa.Dashboard.Frame;
using Cwa.Dashboard.Reading;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Dashboard.Tests;

/// <summary>Reads pages on 16 November 1998, where a test decides what their operations are answered.</summary>
internal sealed partial class Reader : BunitContext, IOperationPort
{
    public static readonly FrameViewer Npr = new("NPR", IsNpr: true, ["Npr.Read"]);
    public static readonly FrameViewer Agency = new("SSA", IsNpr: false, ["Agency.Submit"]);

    private readonly Dictionary<string, Func<string, object>> _answers = [];

    public Reader(FrameViewer? viewer)
    {
        Http = new DefaultHttpContext();
        Http.Request.Path = "/";
        Services.AddScoped<IOperationPort>(_ => this);
        Services.AddScoped<Operations>().AddScoped<Framing>();
        Services.AddCascadingValue<HttpContext>(_ => Http);
        Answer(
            "Frame",
            new FrameData(
                new(new(1998, 11, 16), new(1998, 11, 16, 13, 12, 0, TimeSpan.Zero), IsIllustrative: true, Notice: null),
                viewer,
                new("")
            )
        );
    }

    public HttpContext Http { get; }

    /// <summary>The texts that were asked, in their order.</summary>
    public List<string> Asked { get; } = [];

    /// <param name="operation">The name in the operation's text: `Overview`.</param>
    public void Answer(string operation, object data) => Answer(operation, _ => new { data });

    /// <param name="answer">What to say to a text.</param>
    public void Answer(string operation, Func<string, object> answer) => _answers[operation] = answer;

    /// <summary>An answer of nothing but one error.</summary>
    public static object Error(string code, params object[] path) =>
        new
        {
            errors = new[]
            {
                new
                {
                    message = "It is away.",
                    path = path.Length == 0 ? null : path,
                    extensions = new { code, traceId = "abc" },
                },
            },
        };

    /// <summary>Opens a page at an address.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address)
        where TPage : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        Http.Request.QueryString = new(address.Contains('?') ? address[address.IndexOf('?')..] : "");
        return Render<TPage>();
    }

    public Task<ReadOnlyMemory<byte>> ExecuteAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        var text = JsonDocument.Parse(request).RootElement.GetProperty("query").GetString()!;
        Asked.Add(text);
        var answer = _answers[OperationName().Match(text).Groups[1].Value](text);
        return Task.FromResult<ReadOnlyMemory<byte>>(JsonSerializer.SerializeToUtf8Bytes(answer, Operations.Json));
    }

    [GeneratedRegex(@"(?m)^query (\w+)")]
    private static partial Regex OperationName();
}

/// <summary>Texts as a person reads them.</summary>
internal static partial class Words
{
    /// <summary>The text of the first element that the selector finds, without line breaks of the source.</summary>
    public static string TextOf(this IRenderedComponent<IComponent> page, string selector) =>
        Space().Replace(page.Find(selector).TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
