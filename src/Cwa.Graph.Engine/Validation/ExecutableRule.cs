using GraphQL.Validation;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A document to be executed contains only operations and fragments, no types (5.1.1).</summary>
internal sealed class ExecutableRule : ValidationRuleBase
{
    private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLDocument>(
        (document, context) =>
        {
            foreach (
                var definition in document.Definitions.Where(d =>
                    d is not (GraphQLOperationDefinition or GraphQLFragmentDefinition)
                )
            )
            {
                context.ReportError(
                    new ValidationError(
                        document.Source,
                        "5.1.1",
                        "A document to be executed contains only operations and fragments. The types are at `?sdl`.",
                        definition
                    )
                );
            }
        }
    );

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);
}
