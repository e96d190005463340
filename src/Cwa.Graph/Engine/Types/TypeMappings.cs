using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>
/// Sends `Connection` and `Edge` of any entity to their types, and the platform's values to our scalars.
/// </summary>
internal sealed class TypeMappings : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (clrType == typeof(DateOnly))
            return typeof(DateType);
        if (clrType == typeof(DateTime))
            return typeof(InstantType);
        if (clrType == typeof(long))
            return typeof(WholeNumberType);
        if (isInputType)
            return preferredType;
        if (!clrType.IsGenericType)
            return preferredType;

        var open = clrType.GetGenericTypeDefinition();
        return open == typeof(Connection<>) ? typeof(ConnectionType<>).MakeGenericType(clrType.GetGenericArguments())
            : open == typeof(Edge<>) ? typeof(EdgeType<>).MakeGenericType(clrType.GetGenericArguments())
            : preferredType;
    }
}
