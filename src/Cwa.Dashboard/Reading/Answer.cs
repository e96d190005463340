using System.Text.Json;

namespace Cwa.Dashboard.Reading;

/// <summary>What an operation was answered.</summary>
/// <param name="Data">Null if nothing could be read.</param>
/// <param name="Errors">Why a part, or all, is missing.</param>
public sealed record Answer<T>(T? Data, IReadOnlyList<AnswerError>? Errors)
    where T : class;

/// <summary>One reason why something is missing from an answer.</summary>
/// <param name="Message">The reason, for a person.</param>
/// <param name="Extensions">The reason, for a program.</param>
/// <param name="Path">What is missing: names, and places in lists; null if the error is about the whole request.</param>
public sealed record AnswerError(
    string Message,
    AnswerErrorExtensions Extensions,
    IReadOnlyList<JsonElement>? Path = null
);

/// <summary>The reason, for a program.</summary>
/// <param name="Code">A code of the schema's catalogue, such as UNAVAILABLE.</param>
/// <param name="TraceId">Under which the server's log has a fault of ours.</param>
/// <param name="RetryAfter">After how many seconds it is worth asking again.</param>
public sealed record AnswerErrorExtensions(string Code, string? TraceId, int? RetryAfter = null);
