using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Marks a field whose object is already in memory, so that it does not count towards the cost.</summary>
public sealed class CostsNothingAttribute : GraphQLAttribute
{
    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) =>
        new ListSizeAttribute(0).Modify(fieldType, isInputType);
}
