using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// A fragment that is spread must be defined (5.5.2.1). A directive must be defined in the schema (5.7.1) and be in a
/// valid location (5.7.2).
/// </summary>
/// <remarks>GraphQL.NET's rules do not suggest the name that was meant.</remarks>
internal sealed class KnownNamesRule : ValidationRuleBase
{
    public override async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        new Visitor((await KnownDirectivesInAllowedLocations.Instance.GetPreNodeVisitorAsync(context))!);

    private sealed class Visitor(INodeVisitor places) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context)
        {
            switch (node)
            {
                case GraphQLDirective directive when context.Schema.Directives.Find(directive.Name) is null:
                    var usable = context.Schema.Directives.Where(d => d.Locations.Contains(DirectiveLocation.Field));
                    Report("5.7.1", "directive", "@" + directive.Name.StringValue, usable.Select(d => "@" + d.Name));
                    break;
                case GraphQLDirective:
                    return places.EnterAsync(node, context);
                case GraphQLFragmentSpread { FragmentName.Name.StringValue: var name }:
                    var defined = context
                        .Document.Definitions.OfType<GraphQLFragmentDefinition>()
                        .Select(fragment => fragment.FragmentName.Name.StringValue);
                    if (!defined.Contains(name))
                        Report("5.5.2.1", "fragment", name, defined);
                    break;
            }

            return default;

            void Report(string rule, string kind, string name, IEnumerable<string> known) =>
                context.ReportError(
                    new ValidationError(
                        context.Document.Source,
                        rule,
                        $"There is no {kind} `{name}`.{Expected.Suggest(name, known)}",
                        node
                    )
                );
        }

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }
}
