namespace Cwa.Graph.Engine;

/// <summary>What all reads of a request have in common: who asks, and what the document needs of each record.</summary>
[Service]
public sealed class ReadScope(IVisibility visibility, QueryCache queries, OpenDbContext open)
{
    /// <summary>Which records the caller may see.</summary>
    public IVisibility Visibility => visibility;

    /// <summary>The compiled queries.</summary>
    public QueryCache Queries => queries;

    /// <summary>Opens a context for reading.</summary>
    internal OpenDbContext Open => open;

    /// <summary>
    /// Whether whole records are read and each value gets a node, whatever the document needs. Tests compare both.
    /// </summary>
    internal bool IsPlain { get; init; }

    /// <summary>The properties that the document needs of each record; null for all.</summary>
    internal NeededProperties? Needed
    {
        get => IsPlain ? null : field;
        set;
    }

    /// <summary>
    /// Whether each value of an answer gets a node, from which others than the writer of answers can read it.
    /// </summary>
    internal bool HasNodes
    {
        get => IsPlain || field;
        set;
    }
}
