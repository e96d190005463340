namespace Cwa.Graph.Engine;

/// <summary>What one request may ask for; the section `Limits` of the configuration.</summary>
public sealed class Limits
{
    /// <summary>Bytes of an HTTP body from a caller who is not signed in.</summary>
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of an HTTP body from a caller who is.</summary>
    public int SignedInBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Levels of nesting in an HTTP body's JSON.</summary>
    public int JsonDepth { get; init; } = 32;

    /// <summary>Bytes of a document.</summary>
    public int DocumentBytes { get; init; } = 16 * 1024;

    /// <summary>Lexical tokens of a document.</summary>
    public int Tokens { get; init; } = 1_000;

    /// <summary>Letters of a name in a document; the paths of errors repeat names.</summary>
    public int NameLetters { get; init; } = 128;

    /// <summary>Aliases in a document.</summary>
    public int Aliases { get; init; } = 30;

    /// <summary>Fragments, named and inline, in a document.</summary>
    public int Fragments { get; init; } = 50;

    /// <summary>Directives in a document.</summary>
    public int Directives { get; init; } = 50;

    /// <summary>Levels of fields, fragments expanded.</summary>
    public int Depth { get; init; } = 10;

    /// <summary>Levels of fields under `__schema` and `__type`.</summary>
    public int IntrospectionDepth { get; init; } = 16;

    /// <summary>Lists of types or fields inside each other in an introspection; each multiplies what the one around it returns.</summary>
    public int IntrospectionLists { get; init; } = 2;

    /// <summary>Selections of fields and fragments, fragments expanded.</summary>
    public int Selections { get; init; } = 2_000;

    /// <summary>Objects that one operation of a caller who is not signed in could return.</summary>
    public int Cost { get; init; } = 1_000;

    /// <summary>Objects that one operation of a caller who is could return.</summary>
    public int SignedInCost { get; init; } = 5_000;

    /// <summary>How long an operation may run, its statements in the database included.</summary>
    public TimeSpan ExecutionTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a mutation may take to write, the wait for other writes included; its answer has <see cref="ExecutionTime"/>.</summary>
    public TimeSpan WriteTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Errors told of one request before it is executed.</summary>
    public int RequestErrors { get; init; } = 5;

    /// <summary>Errors told of one execution.</summary>
    public int FieldErrors { get; init; } = 20;

    /// <summary>Bytes of an answer after which no further error is told.</summary>
    public int ErrorBytes { get; init; } = 12 * 1024;

    /// <summary>Reads of the database that run at once, for all callers together; the others wait. One while SQLite writes.</summary>
    public int ConcurrentReads { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>Exports that run at once, for all callers together.</summary>
    public int Exports { get; init; } = 6;

    /// <summary>Exports that run at once for one caller.</summary>
    public int ExportsOfOne { get; init; } = 2;

    /// <summary>How long a reader has to take a hundred rows of an export.</summary>
    public TimeSpan ExportPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Comparisons in the conditions of one operation; looking through the records that belong to one weighs ten.</summary>
    public int FilterConditions { get; init; } = 100;

    /// <summary>Documents kept parsed and validated.</summary>
    public int CachedDocuments { get; init; } = 1_000;
}
