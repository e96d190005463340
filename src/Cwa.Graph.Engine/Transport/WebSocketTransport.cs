namespace Cwa.Graph.Engine;

/// <summary>The handshake of GraphQL over WebSocket.</summary>
internal static class WebSocketTransport
{
    private const string Protocol = "graphql-transport-ws";

    /// <exception cref="RequestError">The request is refused; no socket was opened.</exception>
    public static async Task HandleAsync(HttpContext http)
    {
        // A browser connects from the user's own network, whichever site the page is from, so the page's origin is
        // checked. Programs other than browsers send no origin.
        if (
            http.Request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !IsOwn(origin, http.Request)
            && !http.RequestServices.GetRequiredService<IAdmissions>().Trusts(origin)
        )
            throw RequestError.Origin(origin);
        var offered = http.WebSockets.WebSocketRequestedProtocols;
        if (offered.Count == 0)
            throw RequestError.Bad($"Ask for the subprotocol {Protocol}.");

        // Browsers show a page the close code of a socket, but not why a handshake failed. So a client with another
        // subprotocol gets a socket that is closed at once.
        var protocol = offered.Contains(Protocol) ? Protocol : offered[0];
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext
            {
                SubProtocol = protocol,
                KeepAliveInterval = Timeout.InfiniteTimeSpan, // the protocol has pings of its own
            }
        );
        using var connection = new SocketConnection(http, socket);
        await connection.RunAsync(protocol == Protocol ? null : SocketClose.Subprotocol);
    }

    // The scheme is not compared: behind a proxy that terminates TLS it differs from the one that the browser sees.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
