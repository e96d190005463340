using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>The HTTP status and headers of a response, by its first error.</summary>
internal static class ErrorAnswer
{
    /// <summary>Sets the status, and the headers that go with it.</summary>
    /// <param name="response">The response, which must not have started.</param>
    /// <param name="result">The result in it.</param>
    /// <param name="json">Whether the response is `application/json`, for which older clients expect 200 with most
    /// errors.</param>
    public static void Head(HttpResponse response, ExecutionResult result, bool json)
    {
        response.Headers.CacheControl = "no-store";
        response.StatusCode = StatusCodes.Status200OK;
        if (result.Executed || result.Errors?.FirstOrDefault() is not { } error)
            return;

        var told = ErrorInfo.Of(error);
        response.StatusCode = StatusOf(told.Code, json);
        if (response.StatusCode == StatusCodes.Status401Unauthorized && response.Headers.WWWAuthenticate.Count == 0)
            response.Headers.WWWAuthenticate = "Bearer";
        if (told.Allow is { } methods)
            response.Headers.Allow = methods;
        if (told.RetryAfter is { } seconds && response.StatusCode != StatusCodes.Status200OK)
            response.Headers.RetryAfter = $"{seconds}";
    }

    private static int StatusOf(string code, bool json) =>
        code switch
        {
            ErrorCodes.BadRequest => StatusCodes.Status400BadRequest,
            ErrorCodes.NotFound => StatusCodes.Status404NotFound,
            ErrorCodes.PayloadTooLarge => StatusCodes.Status413PayloadTooLarge,
            ErrorCodes.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
            ErrorCodes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
            ErrorCodes.NotAcceptable => StatusCodes.Status406NotAcceptable,
            ErrorCodes.OriginNotAllowed => StatusCodes.Status403Forbidden,
            ErrorCodes.TooManyExports or ErrorCodes.RateLimited => StatusCodes.Status429TooManyRequests,
            ErrorCodes.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ when json => StatusCodes.Status200OK,
            ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorCodes.Forbidden => StatusCodes.Status403Forbidden,
            ErrorCodes.Timeout => StatusCodes.Status503ServiceUnavailable,
            ErrorCodes.InternalServerError => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status400BadRequest,
        };
}
