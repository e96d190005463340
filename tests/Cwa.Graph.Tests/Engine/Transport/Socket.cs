using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A client of graphql-transport-ws that sends exactly what a test tells it to.</summary>
public sealed class Socket(WebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Socket> OpenAsync(
        Uri address,
        string? token = null,
        string? origin = null,
        params string[] protocols
    )
    {
        var client = new ClientWebSocket();
        foreach (var protocol in protocols is [] ? ["graphql-transport-ws"] : protocols)
            client.Options.AddSubProtocol(protocol);
        if (token is not null)
            client.Options.SetRequestHeader("X-Reader", token);
        if (origin is not null)
            client.Options.SetRequestHeader("Origin", origin);
        await client.ConnectAsync(
            new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri,
            CancellationToken.None
        );
        return new(client);
    }

    /// <summary>A socket whose connection is acknowledged.</summary>
    public static async Task<Socket> ConnectAsync(Uri address, string? token = null) =>
        await (await OpenAsync(address)).InitAsync(token is null ? null : "Bearer " + token);

    public string? Protocol => socket.SubProtocol;

    public async Task<Socket> InitAsync(string? authorization = null)
    {
        await SendAsync(
            new
            {
                type = "connection_init",
                payload = authorization is null ? null : new { Authorization = authorization },
            }
        );
        Assert.Equal("connection_ack", (await ReadAsync()).GetProperty("type").GetString());
        return this;
    }

    public Task SendAsync(object message) => SendAsync(JsonSerializer.Serialize(message));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public Task SendAsync(byte[] bytes, WebSocketMessageType type = WebSocketMessageType.Text, bool isLast = true) =>
        socket.SendAsync(bytes, type, isLast, CancellationToken.None);

    public Task SubscribeAsync(string id, string query, object? variables = null) =>
        SendAsync(
            new
            {
                type = "subscribe",
                id,
                payload = new { query, variables },
            }
        );

    public Task CompleteAsync(string id) => SendAsync(new { type = "complete", id });

    /// <summary>The next message other than a ping; pings are answered.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        while (true)
        {
            var text =
                await TextAsync()
                ?? throw new InvalidOperationException(
                    $"The socket was closed: {socket.CloseStatus} {socket.CloseStatusDescription}"
                );
            var message = JsonDocument.Parse(text).RootElement;
            if (message.GetProperty("type").GetString() != "ping")
                return message;
            await SendAsync(new { type = "pong" });
        }
    }

    /// <summary>Answers the next messages, which are all pings.</summary>
    public async Task IsPingedAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal("{\"type\":\"ping\"}", await TextAsync());
            await SendAsync(new { type = "pong" });
        }
    }

    /// <summary>The next message, as its type and id, and its payload.</summary>
    public async Task<(string Message, JsonElement Payload)> NextAsync()
    {
        var message = await ReadAsync();
        return (
            $"{message.GetProperty("type").GetString()} {message.GetProperty("id").GetString()}",
            message.TryGetProperty("payload", out var payload) ? payload : default
        );
    }

    /// <summary>The code of the error that ended the operation.</summary>
    public async Task<string?> ErrorAsync(string id)
    {
        var (message, payload) = await NextAsync();
        Assert.Equal("error " + id, message);
        return Assert.Single(payload.EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString();
    }

    /// <summary>How the server closed the socket, whatever it sent before.</summary>
    public async Task<(int Code, string? Reason)> ClosedAsync()
    {
        while (await TextAsync() is not null) { }

        return ((int)socket.CloseStatus!.Value, socket.CloseStatusDescription);
    }

    /// <summary>Closes the socket, and returns the server's close status.</summary>
    public async Task<WebSocketCloseStatus?> CloseAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
        return socket.CloseStatus;
    }

    public void Dispose() => socket.Dispose();

    private async Task<string?> TextAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var frame = await socket.ReceiveAsync(buffer, late.Token);
            if (frame.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }
}
