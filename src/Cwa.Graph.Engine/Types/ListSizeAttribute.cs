using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// How many objects a list without pages can hold at most. The cost of the list is computed from this, or from a
/// smaller `first`.
/// </summary>
public sealed class ListSizeAttribute(int most) : GraphQLAttribute
{
    internal const string Key = "LIST_SIZE";

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, most);
}
