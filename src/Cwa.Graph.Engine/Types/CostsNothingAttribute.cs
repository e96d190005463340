using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Marks a field whose object the program holds already: to give it, nothing is read.</summary>
public sealed class CostsNothingAttribute : GraphQLAttribute
{
    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) =>
        fieldType.WithMetadata(ListSizeAttribute.Key, 0);
}
