using System.Net.WebSockets;
using System.Text;

namespace Cwa.Graph.Engine;

/// <summary>
/// The codes with which the server closes a socket: every one a client can meet. `schema/ERRORS.md` says what to do
/// then.
/// </summary>
public static class CloseCodes
{
    /// <summary>The client closed the socket.</summary>
    public const int Normal = 1000;

    /// <summary>The server stops.</summary>
    public const int GoingAway = 1001;

    /// <summary>A message is too large.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>A message is not one of the protocol.</summary>
    public const int InvalidMessage = 4400;

    /// <summary>An operation was asked for before the connection.</summary>
    public const int Unauthorized = 4401;

    /// <summary>The token is not accepted, or is no longer.</summary>
    public const int Forbidden = 4403;

    /// <summary>The client speaks another subprotocol.</summary>
    public const int SubprotocolNotAcceptable = 4406;

    /// <summary>No connection was asked for in time.</summary>
    public const int InitTimeout = 4408;

    /// <summary>An operation with this id is running.</summary>
    public const int SubscriberExists = 4409;

    /// <summary>Nothing was heard of the client, not even an answer to a ping.</summary>
    public const int NoAnswer = 4410;

    /// <summary>The client does not read what it asked for.</summary>
    public const int TooMuchUnread = 4413;

    /// <summary>A connection was asked for twice.</summary>
    public const int TooManyInits = 4429;

    /// <summary>Our own fault; the reason has what finds it in the log.</summary>
    public const int InternalError = 4500;

    /// <summary>The database or the directory is away for now, so that nobody can be let in.</summary>
    public const int Unavailable = 4503;
}

/// <summary>Why a socket is closed.</summary>
internal sealed record SocketClose(int Code, string Reason)
{
    // A control frame holds 125 bytes, two of them the code.
    private const int MostBytes = 123,
        EllipsisBytes = 3;

    /// <summary>The other end is gone already, and is told nothing.</summary>
    public static readonly SocketClose Gone = new(0, "");

    public static readonly SocketClose ByClient = new(CloseCodes.Normal, "");
    public static readonly SocketClose GoingAway = new(CloseCodes.GoingAway, "The server stops. Connect again.");
    public static readonly SocketClose Unauthorized = new(CloseCodes.Unauthorized, "Unauthorized");
    public static readonly SocketClose BadToken = new(CloseCodes.Forbidden, "Forbidden: the token is not accepted");
    public static readonly SocketClose SignInEnded = new(CloseCodes.Forbidden, "Forbidden: the sign-in has ended");
    public static readonly SocketClose Subprotocol = new(
        CloseCodes.SubprotocolNotAcceptable,
        "Subprotocol not acceptable"
    );
    public static readonly SocketClose InitTimeout = new(CloseCodes.InitTimeout, "Connection initialisation timeout");
    public static readonly SocketClose NoAnswer = new(CloseCodes.NoAnswer, "No answer to pings");
    public static readonly SocketClose TooMuchUnread = new(CloseCodes.TooMuchUnread, "Too much unread output");
    public static readonly SocketClose TooManyInits = new(CloseCodes.TooManyInits, "Too many initialisation requests");

    public static SocketClose Told(RequestError error) =>
        error.Code switch
        {
            ErrorCodes.Unavailable => new(CloseCodes.Unavailable, Shortened(error.Message)),
            ErrorCodes.InternalServerError => new(
                CloseCodes.InternalError,
                $"Internal server error, trace {error.TraceId}"
            ),
            _ => Invalid(error.Message),
        };

    public static SocketClose TooBig(int most) => new(CloseCodes.MessageTooBig, $"A message has at most {most} bytes");

    public static SocketClose Invalid(string reason) => new(CloseCodes.InvalidMessage, Shortened(reason));

    public static SocketClose SubscriberExists(string id) =>
        new(
            CloseCodes.SubscriberExists,
            $"Subscriber for {Shortened(id, MostBytes - "Subscriber for  already exists".Length)} already exists"
        );

    public WebSocketCloseStatus Status => (WebSocketCloseStatus)Code;

    private static string Shortened(string text, int most = MostBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= most)
            return text;
        var shortened = new StringBuilder();
        var bytes = 0;
        foreach (
            var rune in text.EnumerateRunes().TakeWhile(r => (bytes += r.Utf8SequenceLength) <= most - EllipsisBytes)
        )
            shortened.Append(rune);
        return shortened.Append('…').ToString();
    }
}
