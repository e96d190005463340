using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cwa.Graph.Tests.Faults;

/// <summary>An event of a stream. A heartbeat has the type `:` and nothing else.</summary>
internal sealed record StreamEvent(string Type, string? Id = null, string Data = "")
{
    public bool IsSignOfLife() => Type == ":";

    /// <summary>The message in it.</summary>
    public JsonElement Json() => JsonDocument.Parse(Data).RootElement;
}

/// <summary>A subscription over an event stream, read event by event, including heartbeats.</summary>
internal sealed class EventStream(HttpResponseMessage response, StreamReader reader) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The response, before any event.</summary>
    public HttpResponseMessage Response => response;

    public static async Task<EventStream> OpenAsync(SignedInCaller caller, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        request.Headers.Add("Accept", "text/event-stream");
        var response = await caller.Server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(response, new(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event or heartbeat.</summary>
    public async Task<StreamEvent> ReadAsync()
    {
        var read = new StreamEvent("");
        while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            switch (line.Split(": ", 2))
            {
                case [""]:
                    return read;
                case [":"]:
                    read = new(":");
                    break;
                case ["event", var type]:
                    read = read with { Type = type };
                    break;
                case ["id", var id]:
                    read = read with { Id = id };
                    break;
                case ["data", var data]:
                    read = read with { Data = data };
                    break;
            }
        }

        throw new InvalidOperationException("The stream broke off.");
    }

    /// <summary>The next event, skipping heartbeats.</summary>
    public async Task<StreamEvent> NextAsync()
    {
        while (true)
        {
            if (await ReadAsync() is var told && !told.IsSignOfLife())
                return told;
        }
    }

    /// <summary>Reads heartbeats, and nothing else, until a condition holds, and then one more.</summary>
    public async Task LivesUntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        bool held;
        do
        {
            held = condition();
            Assert.Equal(new StreamEvent(":"), await ReadAsync());
        } while (!held && waited.Elapsed < Patience);
        Assert.True(held);
    }

    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
