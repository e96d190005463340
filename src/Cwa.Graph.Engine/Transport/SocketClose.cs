using System.Net.WebSockets;
using System.Text;

namespace Cwa.Graph.Engine;

/// <summary>
/// Every code with which the server closes a socket. `schema/ERRORS.md` says what a client should do then.
/// </summary>
public static class CloseCodes
{
    /// <summary>The client closed the socket.</summary>
    public const int Normal = 1000;

    /// <summary>The server is stopping; another one may serve, or the same one soon.</summary>
    public const int ServiceRestart = 1012;

    /// <summary>A message is too large.</summary>
    public const int MessageTooBig = 1009;

    /// <summary>A message is not valid in the protocol.</summary>
    public const int InvalidMessage = 4400;

    /// <summary>An operation was sent before `connection_init`.</summary>
    public const int Unauthorized = 4401;

    /// <summary>The token is not, or no longer, accepted.</summary>
    public const int Forbidden = 4403;

    /// <summary>The client asked for another subprotocol.</summary>
    public const int SubprotocolNotAcceptable = 4406;

    /// <summary>The client did not send `connection_init` in time.</summary>
    public const int InitTimeout = 4408;

    /// <summary>An operation with the same id is running.</summary>
    public const int SubscriberExists = 4409;

    /// <summary>The client sent nothing, not even an answer to a ping.</summary>
    public const int NoAnswer = 4410;

    /// <summary>The client does not read what it asked for.</summary>
    public const int TooMuchUnread = 4413;

    /// <summary>The client sent `connection_init` twice.</summary>
    public const int TooManyInits = 4429;

    /// <summary>Our own fault; the reason has the trace id under which the log has it.</summary>
    public const int InternalError = 4500;

    /// <summary>The database or the sign-in directory is away for now, so nobody can be let in.</summary>
    public const int Unavailable = 4503;
}

/// <summary>Why a socket is closed.</summary>
internal sealed record SocketClose(int Code, string Reason)
{
    // A control frame holds 125 bytes, two of which are the code.
    private const int MostBytes = 123,
        EllipsisBytes = 3;

    /// <summary>The client has already gone, so no close frame is sent.</summary>
    public static readonly SocketClose Gone = new(0, "");

    public static readonly SocketClose ByClient = new(CloseCodes.Normal, "");
    public static readonly SocketClose Restart = new(
        CloseCodes.ServiceRestart,
        "The server is stopping. Connect again."
    );
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
