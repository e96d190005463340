using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// How many objects a list without pages can hold at most. The cost of the list is computed from this, or from a
/// smaller `first`.
/// </summary>
public class ListSizeAttribute(int most) : GraphQLAttribute
{
    internal const string Key = "LIST_SIZE";

    /// <summary>How many objects the list can hold at most.</summary>
    public int Most => most;

    /// <summary>Whether the arguments that make the list shorter are those of the field around it.</summary>
    public bool ByParent { get; init; }

    /// <summary>
    /// The name of the field, further out, whose arguments make the list shorter. Where the list is read without it, the
    /// list's own arguments count.
    /// </summary>
    public string? Around { get; init; }

    /// <summary>How to ask for fewer objects if there is no `first`; null if there is no way.</summary>
    public virtual string? Advice => null;

    /// <summary>How many objects the list can hold with these arguments.</summary>
    public virtual int Of(AskedArguments arguments) => arguments.Number("first") ?? most;

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, this);
}
