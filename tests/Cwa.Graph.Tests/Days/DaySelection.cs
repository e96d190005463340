using Cwa.Graph.Engine;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Tests;

/// <summary>A selection for which everything that a field leads to is computed.</summary>
internal static class DaySelection
{
    private const int Levels = 3;

    public static string Of(IGraphType type, int level = 0)
    {
        if (type.GetNamedType() is not IObjectGraphType of)
            return type.GetNamedType() is ScalarGraphType ? "" : "{ __typename }";

        var fields = of
            .Fields.Where(f =>
                f.Name is not ("edges" or "node" or "nodeId")
                && f.Arguments?.Any(a => a.ResolvedType is NonNullGraphType && a.DefaultValue is null) != true
            )
            .Where(f => level < Levels || f.ResolvedType!.GetNamedType() is ScalarGraphType)
            .Select(f =>
                $"{f.Name}{First(f)} "
                + $"{Of(f.ResolvedType!, f.ResolvedType!.GetNamedType() is ICarrier ? level + 2 : level + 1)}"
            );
        return $"{{ __typename {string.Join(' ', fields)} }}";
    }

    public static string First(FieldType field) => field.Arguments?.Find("first") is null ? "" : "(first: 2)";
}
