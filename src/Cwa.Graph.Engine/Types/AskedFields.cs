using GraphQL;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>What a caller asks of a field's object.</summary>
public static class AskedFields
{
    /// <summary>
    /// Whether the selection contains the field at this path, such as `points`, `change`. A field that a directive
    /// leaves out counts as asked for.
    /// </summary>
    public static bool AsksFor(this IResolveFieldContext context, params ReadOnlySpan<string> path) =>
        Contains(context.Document, context.FieldAst.SelectionSet, path);

    private static bool Contains(GraphQLDocument document, GraphQLSelectionSet? selections, ReadOnlySpan<string> path)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            var isFound = selection switch
            {
                GraphQLField field => field.Name.Value.Span.SequenceEqual(path[0])
                    && (path.Length == 1 || Contains(document, field.SelectionSet, path[1..])),
                GraphQLInlineFragment inline => Contains(document, inline.SelectionSet, path),
                GraphQLFragmentSpread spread => Contains(document, document.Fragment(spread)?.SelectionSet, path),
                _ => false,
            };
            if (isFound)
                return true;
        }

        return false;
    }
}
