namespace Cwa.Graph.Engine;

/// <summary>
/// What the caller may see of each class of records: the one gate of every list, node and nested condition.
/// </summary>
[Service]
public interface IVisibility
{
    /// <summary>The condition that a visible record meets; null where every record is visible.</summary>
    FilterNode? Of(Type entity);

    /// <summary>
    /// The condition that a record meets of which the caller may see more than what is public; null where it is every
    /// record.
    /// </summary>
    FilterNode? WholeOf(Type entity);
}
