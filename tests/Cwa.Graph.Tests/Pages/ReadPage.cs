using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cwa.Graph.Tests.Pages;

/// <summary>Reads pages as a browser does.</summary>
internal static partial class ReadPage
{
    public static async Task<IHtmlDocument> PageAsync(this CwaServer server, string address)
    {
        using var answer = await server.Client.GetAsync(address);
        return await answer.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this SignedInCaller reader, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", reader.Token);
        using var answer = await reader.Server.Client.SendAsync(request);
        return await answer.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>The text of the first element that the selector finds, without line breaks of the source.</summary>
    public static string TextOf(this IParentNode page, string selector) =>
        Space().Replace(page.QuerySelector(selector)?.TextContent ?? "", " ").Trim();

    /// <summary>The whole numbers that the selector finds.</summary>
    public static IEnumerable<int> NumbersOf(this IParentNode page, string selector) =>
        page.QuerySelectorAll(selector)
            .Select(e =>
                int.Parse(
                    e.TextContent,
                    NumberStyles.AllowThousands | NumberStyles.Integer,
                    CultureInfo.InvariantCulture
                )
            );

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
