using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>The media type of the response, negotiated by the header `Accept` (RFC 9110, 12.5.1).</summary>
/// <param name="MediaType">The supported type that the client prefers.</param>
/// <param name="TakesStream">Whether the client also accepts an event stream, which a subscription needs.</param>
internal readonly record struct Accepted(string MediaType, bool TakesStream)
{
    public const string GraphQLResponse = "application/graphql-response+json",
        Json = "application/json";

    // In order of preference. Clients that accept anything get plain JSON; an event stream must be asked for by name.
    private static readonly string[] Spoken = [Json, GraphQLResponse, EventStreamTransport.MediaType];

    /// <exception cref="RequestError">The client accepts none of the supported types (NOT_ACCEPTABLE).</exception>
    public static Accepted By(HttpRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Headers.Accept))
            return new(Json, TakesStream: true);
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges))
            throw RequestError.NotAcceptable();

        var (best, liked, place, takesStream) = ((string?)null, 0.0, 0, false);
        foreach (var type in Spoken)
        {
            if (RangeOf(type, ranges) is not ({ Quality: not 0 } range, var at))
                continue;
            var quality = range.Quality ?? 1;
            var isStream = type == EventStreamTransport.MediaType;
            takesStream |= isStream;
            var isBetter = quality > liked || (quality == liked && at < place);
            if (best is null || (isBetter && !(isStream && range.MatchesAllTypes)))
                (best, liked, place) = (type, quality, at);
        }

        return best is null ? throw RequestError.NotAcceptable() : new(best, takesStream);
    }

    /// <summary>The media type in which a request is refused: that of its response, unless that is a stream.</summary>
    public static string Refused(HttpRequest request)
    {
        try
        {
            return By(request).MediaType == GraphQLResponse ? GraphQLResponse : Json;
        }
        catch (RequestError)
        {
            return Json;
        }
    }

    // The most specific range that matches a type decides its quality.
    private static (MediaTypeHeaderValue Range, int At)? RangeOf(string type, IList<MediaTypeHeaderValue> ranges)
    {
        var (found, precision) = (-1, 0);
        for (var at = 0; at < ranges.Count; at++)
        {
            if (Precision(ranges[at], type) is var precise && precise > precision)
                (found, precision) = (at, precise);
        }

        return found < 0 ? null : (ranges[found], found);
    }

    private static int Precision(MediaTypeHeaderValue range, string type)
    {
        if (range.Charset.HasValue && !RequestReader.IsUtf8(range.Charset))
            return 0;
        if (range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
            return 3;
        if (range.MatchesAllTypes)
            return 1;
        var group = type.AsSpan(0, type.IndexOf('/'));
        return range.MatchesAllSubTypes && group.Equals(range.Type, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
    }
}
