using System.ComponentModel.DataAnnotations;

namespace Cwa.Graph.Engine;

/// <summary>What one request may ask for: the section `Limits` of the configuration.</summary>
public sealed class Limits
{
    /// <summary>Bytes of an HTTP body from a caller who is not signed in.</summary>
    [Range(1024, 30_000_000)]
    public int BodyBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of an HTTP body from a signed-in caller.</summary>
    [Range(1024, 30_000_000)]
    public int SignedInBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Levels of nesting in the JSON of an HTTP body.</summary>
    [Range(3, 1000)]
    public int JsonDepth { get; init; } = 32;

    /// <summary>Bytes of a document.</summary>
    [Range(64, 10 * 1024 * 1024)]
    public int DocumentBytes { get; init; } = 16 * 1024;

    /// <summary>Lexical tokens of a document.</summary>
    [Range(10, 1_000_000)]
    public int Tokens { get; init; } = 1_000;

    /// <summary>Characters of a name in a document, since the paths of errors repeat names.</summary>
    [Range(16, 10_000)]
    public int NameCharacters { get; init; } = 128;

    /// <summary>Aliases in a document.</summary>
    [Range(0, 10_000)]
    public int Aliases { get; init; } = 30;

    /// <summary>Fragments, named and inline, in a document.</summary>
    [Range(0, 10_000)]
    public int Fragments { get; init; } = 50;

    /// <summary>Directives in a document.</summary>
    [Range(0, 10_000)]
    public int Directives { get; init; } = 50;

    /// <summary>Levels of fields, fragments expanded.</summary>
    [Range(1, 100)]
    public int Depth { get; init; } = 10;

    /// <summary>Levels of fields under `__schema` and `__type`.</summary>
    [Range(1, 100)]
    public int IntrospectionDepth { get; init; } = 16;

    /// <summary>
    /// Lists of types or fields inside each other in an introspection, since each multiplies the size of the answer.
    /// </summary>
    [Range(1, 10)]
    public int IntrospectionLists { get; init; } = 2;

    /// <summary>Selections of fields and fragments, fragments expanded.</summary>
    [Range(1, 1_000_000)]
    public int Selections { get; init; } = 2_000;

    /// <summary>Objects that one operation of a caller who is not signed in could return.</summary>
    [Range(1, 100_000_000)]
    public int Cost { get; init; } = 1_000;

    /// <summary>Objects that one operation of a signed-in caller could return.</summary>
    [Range(1, 100_000_000)]
    public int SignedInCost { get; init; } = 5_000;

    /// <summary>
    /// Objects that callers who are not signed in may ask for in a minute from one network address; 0 sets no limit.
    /// </summary>
    [Range(0, 1_000_000_000)]
    public int CostEachMinute { get; init; } = 300_000;

    /// <summary>Objects that a signed-in caller may ask for in a minute; 0 sets no limit.</summary>
    [Range(0, 1_000_000_000)]
    public int SignedInCostEachMinute { get; init; } = 1_500_000;

    /// <summary>How long an operation may run, its statements in the database included.</summary>
    [TimeRange("00:00:00.1", "01:00:00")]
    public TimeSpan ExecutionTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a mutation may take to write, including the wait for other writes. Reading its answer may then take
    /// <see cref="ExecutionTime"/>.
    /// </summary>
    [TimeRange("00:00:00.1", "01:00:00")]
    public TimeSpan WriteTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Errors reported for a request that was not executed.</summary>
    [Range(1, 1000)]
    public int RequestErrors { get; init; } = 5;

    /// <summary>Errors reported for one execution.</summary>
    [Range(1, 1000)]
    public int FieldErrors { get; init; } = 20;

    /// <summary>Bytes of a response after which no further error is reported.</summary>
    [Range(256, 10 * 1024 * 1024)]
    public int ErrorBytes { get; init; } = 12 * 1024;

    /// <summary>
    /// Reads of the database at once, for all callers together; the others wait. While SQLite writes, it is one.
    /// </summary>
    [Range(1, 1000)]
    public int ConcurrentReads { get; init; } = Math.Max(4, 2 * Environment.ProcessorCount);

    /// <summary>Exports at once, for all callers together.</summary>
    [Range(1, 1000)]
    public int Exports { get; init; } = 6;

    /// <summary>
    /// Exports at once for all callers who are not signed in together; the other places are kept for those who are.
    /// </summary>
    [Range(1, 1000)]
    public int PublicExports { get; init; } = 3;

    /// <summary>Exports at once for one caller.</summary>
    [Range(1, 1000)]
    public int ExportsOfOne { get; init; } = 2;

    /// <summary>How long a client may take to read a hundred rows of an export.</summary>
    [TimeRange("00:00:01", "1.00:00:00")]
    public TimeSpan ExportPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Comparisons in the `where` conditions of one operation; a condition on a list of related records counts as ten.
    /// </summary>
    [Range(0, 100_000)]
    public int FilterConditions { get; init; } = 100;

    /// <summary>Documents that are kept parsed and validated.</summary>
    [Range(1, 1_000_000)]
    public int CachedDocuments { get; init; } = 1_000;

    /// <summary>Bytes of answers that are kept in memory; 0 keeps none.</summary>
    [Range(0, 2_000_000_000)]
    public int CachedAnswerBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>
    /// How old an answer from memory may be that is given, while the database is away, to who asks for it; zero for
    /// none.
    /// </summary>
    [TimeRange("00:00:00", "1.00:00:00")]
    public TimeSpan StaleIfError { get; init; }

    internal int CostOf(bool isSignedIn) => isSignedIn ? SignedInCost : Cost;

    internal int CostEachMinuteOf(bool isSignedIn) => isSignedIn ? SignedInCostEachMinute : CostEachMinute;
}
