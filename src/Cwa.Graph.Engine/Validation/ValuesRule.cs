using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// Values must be of the types expected at their places (5.6), and a variable must be allowed at its places (5.8.5).
/// </summary>
internal sealed class ValuesRule : ValidationRuleBase
{
    /// <summary>
    /// Whether null is given for a variable with a default. Then even a document known to be valid has to be checked
    /// again.
    /// </summary>
    public static bool HasNullForDefault(GraphQLOperationDefinition operation, Inputs variables) =>
        operation.Variables?.Items.Exists(definition =>
            definition.DefaultValue is not null && IsNull(definition, variables)
        ) == true;

    private static bool IsNull(GraphQLVariableDefinition definition, Inputs variables) =>
        variables.TryGetValue(definition.Variable.Name.StringValue, out var value) && value is null;

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(new Visitor());

    private sealed class Visitor : INodeVisitor
    {
        private readonly Dictionary<ASTNode, Contents> _contents = new(ReferenceEqualityComparer.Instance);
        private Contents _current = new();

        public ValueTask EnterAsync(ASTNode node, ValidationContext context)
        {
            switch (node)
            {
                case GraphQLOperationDefinition or GraphQLFragmentDefinition:
                    _contents[node] = _current = new();
                    break;
                case GraphQLFragmentSpread spread:
                    _current.Spreads.Add(spread.FragmentName.Name.StringValue);
                    break;
                case GraphQLVariableDefinition definition when context.TypeInfo.GetInputType() is { } type:
                    CheckDefinition(definition, type, context);
                    break;
                case GraphQLArgument argument:
                    CheckArgument(argument, context);
                    break;
                case GraphQLField field when context.TypeInfo.GetFieldDef() is { } definition:
                    CheckRequired(definition.Name, definition.Arguments, field.Arguments, field, context);
                    break;
                case GraphQLDirective directive when context.TypeInfo.GetDirective() is { } definition:
                    CheckRequired("@" + definition.Name, definition.Arguments, directive.Arguments, directive, context);
                    break;
            }

            return default;
        }

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context)
        {
            if (node is GraphQLDocument document)
            {
                foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
                    CheckUses(operation, context);
            }

            return default;
        }

        private void CheckDefinition(GraphQLVariableDefinition definition, IGraphType type, ValidationContext context)
        {
            if (!type.GetNamedType().IsInputType())
                Report(
                    context,
                    "5.8.2",
                    $"The variable `${definition.Variable.Name}` cannot be of the type {type}, "
                        + "which is an output type.",
                    definition
                );
            else if (definition.DefaultValue is { } value)
                new LiteralCheck(context, _current.Uses).Check(type, value, new(definition.Variable.Name.StringValue));
        }

        private void CheckArgument(GraphQLArgument argument, ValidationContext context)
        {
            if (context.TypeInfo.GetArgument() is { ResolvedType: { } type } definition)
            {
                new LiteralCheck(context, _current.Uses).Check(
                    type,
                    argument.Value,
                    new(definition.Name, definition.DefaultValue is not null)
                );
                return;
            }

            // The arguments of an unknown field or directive cannot be judged.
            var (isDirective, directive, field) = (
                context.TypeInfo.GetAncestor(2) is GraphQLDirective,
                context.TypeInfo.GetDirective(),
                context.TypeInfo.GetFieldDef()
            );
            if (isDirective ? directive is null : field is null)
                return;

            var (owner, known) = isDirective
                ? ("@" + directive!.Name, directive.Arguments)
                : (field!.Name, field.Arguments);
            var name = argument.Name.StringValue;
            Report(
                context,
                "5.4.1",
                $"`{owner}` has no argument `{name}`.{Expected.Suggest(name, known?.Select(a => a.Name) ?? [])}",
                argument
            );
        }

        private static void CheckRequired(
            string owner,
            QueryArguments? known,
            GraphQLArguments? given,
            ASTNode node,
            ValidationContext context
        )
        {
            foreach (var argument in known ?? [])
            {
                if (
                    argument.ResolvedType is NonNullGraphType type
                    && argument.DefaultValue is null
                    && given?.Items.Exists(a => a.Name.Value == argument.Name) != true
                )
                    Report(
                        context,
                        "5.4.3",
                        $"`{owner}` requires the argument `{argument.Name}`: give {Expected.Of(type)}.",
                        node
                    );
            }
        }

        private void CheckUses(GraphQLOperationDefinition operation, ValidationContext context)
        {
            foreach (var use in UsesIn(operation, context.Document, []))
            {
                var definition = operation.Variables?.Items.Find(v => v.Variable.Name.Value == use.Variable.Name.Value);
                if (definition?.Type.GraphTypeFromType(context.Schema) is not { } type)
                    continue;

                if (!IsAllowed(definition, type, use))
                {
                    var message =
                        $"The variable `${use.Variable.Name}` is of the type {type}, "
                        + $"but `{use.Place}` takes {Expectation(use)}.";
                    Report(context, "5.8.5", message, definition, use.Variable);
                }
                else if (
                    use.Expected is NonNullGraphType
                    && operation == context.Operation
                    && IsNull(definition, context.Variables)
                )
                {
                    context.ReportError(
                        new InvalidVariableError(
                            context,
                            definition,
                            definition.Variable.Name.StringValue,
                            "It is null in place of its default."
                        )
                    );
                }
            }
        }

        private IEnumerable<VariableUse> UsesIn(ASTNode definition, GraphQLDocument document, HashSet<string> spread)
        {
            var contents = _contents[definition];
            return contents.Uses.Concat(
                contents
                    .Spreads.Where(spread.Add)
                    .SelectMany(name =>
                        document
                            .Definitions.OfType<GraphQLFragmentDefinition>()
                            .Where(fragment => fragment.FragmentName.Name.Value == name)
                            .SelectMany(fragment => UsesIn(fragment, document, spread))
                    )
            );
        }

        private static void Report(ValidationContext context, string section, string message, params ASTNode[] nodes) =>
            context.ReportError(new ValidationError(context.Document.Source, section, message, nodes));

        private static string Expectation(VariableUse use) =>
            use.Place.IsOneOf ? $"{use.Expected}! there" : $"{use.Expected}";

        private static bool IsAllowed(GraphQLVariableDefinition definition, IGraphType type, VariableUse use)
        {
            if (type is NonNullGraphType || use.Expected is not NonNullGraphType required)
                return Fits(type, use.Expected) && (type is NonNullGraphType || !use.Place.IsOneOf);

            var hasDefault = use.Place.HasDefault || definition.DefaultValue is not (null or GraphQLNullValue);
            return hasDefault && Fits(type, required.ResolvedType!);
        }

        private static bool Fits(IGraphType type, IGraphType expected) =>
            (type, expected) switch
            {
                (NonNullGraphType given, NonNullGraphType asked) => Fits(given.ResolvedType!, asked.ResolvedType!),
                (_, NonNullGraphType) => false,
                (NonNullGraphType given, _) => Fits(given.ResolvedType!, expected),
                (ListGraphType given, ListGraphType asked) => Fits(given.ResolvedType!, asked.ResolvedType!),
                (ListGraphType, _) or (_, ListGraphType) => false,
                _ => type.Name == expected.Name,
            };
    }

    /// <summary>The variables and spreads in an operation or a fragment.</summary>
    private sealed class Contents
    {
        public List<VariableUse> Uses { get; } = [];

        public HashSet<string> Spreads { get; } = [];
    }
}
