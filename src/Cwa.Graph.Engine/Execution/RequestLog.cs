namespace Cwa.Graph.Engine;

internal static partial class Log
{
    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A field or an operation failed. Its caller was given the trace id {TraceId}."
    )]
    public static partial void Failed(ILogger log, string traceId, Exception exception);
}
