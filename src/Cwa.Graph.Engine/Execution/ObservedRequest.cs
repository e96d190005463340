using System.Diagnostics;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>One request as an operator sees it: a span, and what is counted of it.</summary>
internal sealed class ObservedRequest(GraphMetrics metrics) : IDisposable
{
    private const string TypeTag = "graphql.operation.type",
        ErrorTag = "error.type",
        Unread = "unread";

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Activity? _span = Tracing.Begin("graphql");
    private string _type = Unread;

    /// <summary>Notes what is asked, once it is known.</summary>
    public void Is(GraphRequest request)
    {
        if (_span is null)
            return;
        _span.SetTag("graphql.operation.name", request.OperationName);
        _span.SetTag("graphql.document.hash", DocumentHash.Of(request.Query));
    }

    /// <summary>Notes that the request has passed all checks.</summary>
    public void IsPrepared(PreparedRequest prepared)
    {
        _type = prepared.Operation.Operation.ToString().ToLowerInvariant();
        metrics.Cost.Record(prepared.Cost, new KeyValuePair<string, object?>(TypeTag, _type));
        if (_span is null)
            return;
        _span.DisplayName = prepared.Operation.Name is { } name ? $"{_type} {name.StringValue}" : _type;
        _span.SetTag("graphql.operation.name", prepared.Operation.Name?.StringValue);
        _span.SetTag("graphql.cost", prepared.Cost);
    }

    /// <summary>Notes the result.</summary>
    public ExecutionResult Ends(ExecutionResult result)
    {
        if (result is KeptResult kept)
        {
            // Only queries are kept.
            _type = "query";
            metrics.Answers.Add(1, new KeyValuePair<string, object?>("cache", kept.Source));
        }

        var tags = new TagList { { TypeTag, _type } };
        if (result.Errors is [var error, ..])
        {
            var code = ErrorInfo.Of(error).Code;
            tags.Add(ErrorTag, code);
            _span?.SetTag(ErrorTag, code);
            if (result.Errors.Any(ErrorInfo.IsOurs))
                _span?.SetStatus(ActivityStatusCode.Error);
        }

        _span?.SetTag(TypeTag, _type);
        metrics.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        return result;
    }

    public void Dispose() => _span?.Dispose();
}
