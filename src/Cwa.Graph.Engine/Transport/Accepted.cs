using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>In which media type a client is answered, by its `Accept` (RFC 9110, 12.5.1).</summary>
/// <param name="MediaType">The one that it likes best of those spoken here.</param>
/// <param name="TakesStream">Whether it also takes an event stream, which a subscription needs.</param>
internal readonly record struct Accepted(string MediaType, bool TakesStream)
{
    public const string GraphQLResponse = "application/graphql-response+json",
        Json = "application/json";

    // Whoever takes anything gets what every client reads; a stream is for those who ask for it.
    private static readonly string[] Spoken = [Json, GraphQLResponse, EventStreamTransport.MediaType];

    /// <exception cref="RequestError">It takes nothing that is spoken here (NOT_ACCEPTABLE).</exception>
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

    /// <summary>
    /// In which media type a request is refused: in the one of its answer, as far as that is no stream.
    /// </summary>
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

    // Of the ranges that a type is in, the most specific one speaks for it.
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
