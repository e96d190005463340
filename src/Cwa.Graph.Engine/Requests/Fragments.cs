using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

internal static class Fragments
{
    /// <summary>The fragment that is spread; null if the document defines none of that name.</summary>
    public static GraphQLFragmentDefinition? Fragment(this GraphQLDocument document, GraphQLFragmentSpread spread) =>
        document
            .Definitions.OfType<GraphQLFragmentDefinition>()
            .FirstOrDefault(fragment => fragment.FragmentName.Name == spread.FragmentName.Name);
}
