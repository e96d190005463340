using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Maps `Connection` and `Edge` of any entity to their GraphQL types.</summary>
internal sealed class PageMappings : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType) =>
        !clrType.IsGenericType ? preferredType
        : clrType.GetGenericTypeDefinition() == typeof(Connection<>)
            ? typeof(ConnectionType<>).MakeGenericType(clrType.GetGenericArguments())
        : clrType.GetGenericTypeDefinition() == typeof(Edge<>)
            ? typeof(EdgeType<>).MakeGenericType(clrType.GetGenericArguments())
        : preferredType;
}
