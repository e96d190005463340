using GraphQL.Validation;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// A subscription selects one field after its fragments are expanded and fields with one response name are merged,
/// whatever the values of its variables (5.2.4.1).
/// </summary>
internal sealed class SingleRootFieldRule : ValidationRuleBase
{
    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLOperationDefinition>(
        (operation, context) =>
        {
            if (operation.Operation != OperationType.Subscription)
                return;

            var selections = Selections(operation.SelectionSet, context.Document, []).ToList();
            var fields = selections.OfType<GraphQLField>().ToList();
            if (fields.Find(field => field.Name.StringValue.StartsWith("__", StringComparison.Ordinal)) is { } own)
                Report(own, "A subscription selects a field of `Subscription`, not one of introspection.");
            if (fields.DistinctBy(ResponseName).Skip(1).FirstOrDefault() is { } second)
                Report(
                    second,
                    "A subscription selects exactly one field. Start another subscription for another field."
                );
            if (selections.Find(IsConditional) is { } conditional)
                Report(
                    conditional,
                    "A subscription's field cannot depend on @skip or @include. Start the subscription, or do not."
                );

            void Report(ASTNode node, string message) =>
                context.ReportError(new ValidationError(context.Document.Source, "5.2.4.1", message, node));
        }
    );

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static string ResponseName(GraphQLField field) => (field.Alias?.Name ?? field.Name).StringValue;

    private static bool IsConditional(ASTNode selection) =>
        ((IHasDirectivesNode)selection).Directives?.Items.Exists(d => d.Name.StringValue is "skip" or "include")
        == true;

    private static IEnumerable<ASTNode> Selections(
        GraphQLSelectionSet set,
        GraphQLDocument document,
        HashSet<string> spread
    ) =>
        set.Selections.SelectMany(selection =>
            selection switch
            {
                GraphQLInlineFragment inline => Selections(inline.SelectionSet, document, spread).Prepend(selection),
                GraphQLFragmentSpread named when spread.Add(named.FragmentName.Name.StringValue) => (
                    document.Fragment(named) is { } fragment ? Selections(fragment.SelectionSet, document, spread) : []
                ).Prepend(selection),
                _ => [selection],
            }
        );
}
