using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// How many objects a list that has no pages can hold at the most; its cost is reckoned with it, or with a smaller
/// `first`.
/// </summary>
public sealed class ListSizeAttribute(int most) : GraphQLAttribute
{
    internal const string Key = "LIST_SIZE";

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, most);
}
