using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>A browser: it keeps cookies, follows redirects, and says which page sends a request.</summary>
public sealed class Browser(CwaServer server, LocalIssuer? issuer = null, string address = "https://localhost")
    : IDisposable
{
    private readonly HttpClient _here = server.PlainClient(address);
    private readonly HttpClient _there = new(Following(issuer is null ? new() : LocalIssuer.Backchannel()));

    /// <summary>The cookies that it holds.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The cookies as the server set them last.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    /// <summary>Where the last request led in the end.</summary>
    public Uri At { get; private set; } = new(address);

    /// <summary>The origin of its pages.</summary>
    public string Origin => address;

    /// <summary>The header `Cookie` of its requests.</summary>
    public string Cookie => Cookies.GetCookieHeader(new(address));

    /// <summary>Opens a page and follows its redirects.</summary>
    public async Task<Answer> OpenAsync(string path, string accept = "text/html") =>
        await FollowAsync(new(HttpMethod.Get, path) { Headers = { { "Accept", accept } } });

    /// <summary>Begins to sign in, and stops where the directory sends the person back to.</summary>
    public async Task<string> SignInUntilSentBackAsync(string returnUrl = "/")
    {
        var to = await SendPlainAsync(new(HttpMethod.Get, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl)));
        return (await _there.GetAsync(to.Headers.Location)).Headers.Location!.PathAndQuery;
    }

    /// <summary>Sends a form of the server's own page.</summary>
    public async Task<Answer> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        await FollowAsync(
            new(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(fields.ToDictionary(f => f.Name, f => f.Value)),
                Headers = { { "Accept", "text/html" }, { "Origin", Origin } },
            }
        );

    /// <summary>Sends an operation as a script of the server's own page does.</summary>
    public Task<Answer> AskAsync(string query, params (string Name, string? Value)[] headers) =>
        SendAsync(
            new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) },
            headers is [] ? [("Origin", Origin)] : headers
        );

    /// <summary>Sends a request with its cookies, and follows nothing.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request, params (string Name, string? Value)[] headers) =>
        await Answer.OfAsync(await SendPlainAsync(request, headers));

    /// <summary>Sends a request, and leaves the body of the response to be read.</summary>
    public async Task<HttpResponseMessage> SendPlainAsync(
        HttpRequestMessage request,
        params (string Name, string? Value)[] headers
    )
    {
        foreach (var (name, value) in headers)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        var uri = new Uri(_here.BaseAddress!, request.RequestUri!);
        if (Cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        var response = await _here.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        foreach (var cookie in SetCookies)
            Cookies.SetCookies(uri, cookie);
        At = uri;
        return response;
    }

    /// <summary>The name of whom the server takes for the caller; null if they are not signed in.</summary>
    public async Task<string?> WhoAsync() =>
        (await AskAsync("{ viewer { name } }")).Succeeds().Data.GetProperty("viewer")
            is { ValueKind: JsonValueKind.Object } viewer
            ? viewer.GetProperty("name").GetString()
            : null;

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    private async Task<Answer> FollowAsync(HttpRequestMessage request)
    {
        var response = await SendPlainAsync(request);
        for (var hop = 0; response.Headers.Location is { } next && hop < 10; hop++)
        {
            var to = new Uri(At, next);
            if (to.GetLeftPart(UriPartial.Authority) == address)
                response = await SendPlainAsync(
                    new(HttpMethod.Get, to.PathAndQuery) { Headers = { { "Accept", "text/html" } } }
                );
            else
                (response, At) = (await _there.GetAsync(to), to);
        }

        return await Answer.OfAsync(response);
    }

    private static HttpClientHandler Following(HttpClientHandler handler)
    {
        handler.AllowAutoRedirect = false;
        return handler;
    }
}
