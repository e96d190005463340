using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Pages;

/// <summary>A form of a page, filled in and sent as by a browser without script.</summary>
internal sealed class PageForm
{
    private readonly Browser _browser;
    private readonly string _action;
    private readonly Dictionary<string, string> _fields;

    private PageForm(Browser browser, IHtmlFormElement form)
    {
        (_browser, _action) = (browser, form.GetAttribute("action")!);
        _fields = form
            .Elements.OfType<IHtmlElement>()
            .Where(field => field is not IHtmlButtonElement && field.GetAttribute("name") is { Length: > 0 })
            .Where(field => field.GetAttribute("type") != "file")
            .ToDictionary(field => field.GetAttribute("name")!, ValueOf);
    }

    public string this[string field]
    {
        get => _fields[field];
        set => _fields[field] = value;
    }

    /// <summary>The form of this name on a page.</summary>
    public static async Task<PageForm> OpenAsync(Browser browser, string address, string name) =>
        On(browser, Read(await browser.OpenAsync(address)), name);

    /// <summary>The form of this name on a page that was read.</summary>
    public static PageForm On(Browser browser, IHtmlDocument page, string name) =>
        new(browser, page.Forms.First(form => form.QuerySelector("[name=_handler]")?.GetAttribute("value") == name));

    public static IHtmlDocument Read(Answer answer) => new HtmlParser().ParseDocument(answer.Text);

    /// <summary>Whether there is such a field.</summary>
    public bool Has(string field) => _fields.ContainsKey(field);

    /// <summary>Fills in the event at a position.</summary>
    public void Fill(int position, IEnumerable<(string Field, string Text)> texts)
    {
        foreach (var (field, text) in texts)
            this[$"events.{position}.{field}"] = text;
    }

    /// <summary>Sends the form with a button, and reads the page to which that leads.</summary>
    public async Task<(int Status, IHtmlDocument Page)> PressAsync(string value, string button = "do")
    {
        var answer = await _browser.SubmitAsync(
            _action,
            [.. _fields.Select(field => (field.Key, field.Value)), (button, value)]
        );
        return (answer.Status, Read(answer));
    }

    /// <summary>Sends the form with a file.</summary>
    public async Task<(int Status, IHtmlDocument Page)> SendFileAsync(string value, string csv)
    {
        using var content = new MultipartFormDataContent { { new StringContent(value), "do" } };
        foreach (var (name, text) in _fields)
            content.Add(new StringContent(text), name);
        var file = new StringContent(csv);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        content.Add(file, "file", "events.csv");
        var answer = await _browser.SendAsync(
            new(HttpMethod.Post, _action) { Content = content },
            ("Accept", "text/html"),
            ("Origin", _browser.Origin)
        );
        return (answer.Status, Read(answer));
    }

    private static string ValueOf(IHtmlElement field) =>
        field switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            _ => field.GetAttribute("value") ?? "",
        };
}
