using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>How many objects a list without `first` can hold at the most; its cost is reckoned with it.</summary>
public sealed class ListSizeAttribute(int most) : GraphQLAttribute
{
    internal const string Key = "LIST_SIZE";

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, most);
}
