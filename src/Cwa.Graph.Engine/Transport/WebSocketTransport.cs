namespace Cwa.Graph.Engine;

/// <summary>GraphQL over WebSocket: whom the server shakes hands with.</summary>
internal static class WebSocketTransport
{
    private const string Protocol = "graphql-transport-ws";

    /// <exception cref="RequestError">The request is not let in; no socket was opened.</exception>
    public static async Task HandleAsync(HttpContext http)
    {
        // A browser sends cookies and is on the local network wherever its page is from; a program that is no browser
        // names no origin.
        if (
            http.Request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !IsOwn(origin, http.Request)
            && !http.RequestServices.GetRequiredService<IAdmissions>().Trusts(origin)
        )
            throw RequestError.Origin(origin);
        var offered = http.WebSockets.WebSocketRequestedProtocols;
        if (offered.Count == 0)
            throw RequestError.Bad($"Ask for the subprotocol {Protocol}.");

        // Who speaks only another one is told in a way that a browser shows its page: a close code, of a socket that
        // opened.
        var protocol = offered.Contains(Protocol) ? Protocol : offered[0];
        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext
            {
                SubProtocol = protocol,
                KeepAliveInterval = Timeout.InfiniteTimeSpan, // the protocol's own pings tell more
            }
        );
        using var connection = new SocketConnection(http, socket);
        await connection.RunAsync(protocol == Protocol ? null : SocketClose.Subprotocol);
    }

    // Behind a proxy that ends TLS the scheme is not the one that the browser sees.
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
