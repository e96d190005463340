using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Maps .NET's values to our scalars.</summary>
internal sealed class ScalarMappings : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType) =>
        clrType == typeof(DateOnly) ? typeof(DateType)
        : clrType == typeof(DateTime) ? typeof(InstantType)
        : clrType == typeof(long) ? typeof(WholeNumberType)
        : preferredType;
}
