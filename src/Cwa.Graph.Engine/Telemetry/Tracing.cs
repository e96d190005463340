using System.Diagnostics;

namespace Cwa.Graph.Engine;

/// <summary>The spans of the engine, for whoever listens.</summary>
/// <remarks>No span holds variables, literals of a document, or who asks.</remarks>
internal static class Tracing
{
    public static readonly string SourceName = typeof(Tracing).Namespace!;

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a span; null if nobody listens.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) =>
        Source.StartActivity(name, kind);
}
