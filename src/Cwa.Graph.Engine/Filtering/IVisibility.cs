namespace Cwa.Graph.Engine;

/// <summary>
/// Which records of each class the caller may see. Every list, node and nested condition goes through this.
/// </summary>
[Service]
public interface IVisibility
{
    /// <summary>The condition that a visible record meets; null if every record is visible.</summary>
    FilterNode? Of(Type entity);

    /// <summary>
    /// The condition that a record meets to be fetched by its id. Lists may leave out some of those.
    /// </summary>
    FilterNode? OfNode(Type entity) => Of(entity);

    /// <summary>
    /// The condition that a record meets if the caller may see all of it, and not only what is public; null if that is
    /// true of every record.
    /// </summary>
    FilterNode? WholeOf(Type entity);
}
