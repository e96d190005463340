using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>What an operation asks for, computed from the schema and the page sizes before it runs.</summary>
/// <param name="Cost">How many objects it could return.</param>
/// <param name="Guarded">The selected fields that are not public, one for each set of roles.</param>
internal sealed record Preflight(long Cost, IReadOnlyList<GuardedField> Guarded)
{
    private const int SchemaCost = 300,
        TypeCost = 10;

    /// <exception cref="ExecutionError">A page size is out of range (INVALID_PAGE_SIZE).</exception>
    public static Preflight Of(
        ISchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        Inputs variables
    )
    {
        var reckoning = new Reckoning(schema, document, operation, variables);
        var root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        reckoning.Add(operation.SelectionSet, root, 1);
        return new(reckoning.Cost, reckoning.Guarded);
    }

    private sealed class Reckoning(
        ISchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        Inputs variables
    )
    {
        public long Cost { get; private set; }
        public List<GuardedField> Guarded { get; } = [];

        // DocumentSize has bounded how many selections the document expands to, so it is simply walked.
        public void Add(GraphQLSelectionSet? selections, IGraphType? parent, long times)
        {
            if (selections is null || parent is null)
                return;
            foreach (var selection in selections.Selections)
            {
                switch (selection)
                {
                    case GraphQLField field:
                        Add(field, parent, times);
                        break;
                    case GraphQLInlineFragment inline:
                        Add(
                            inline.SelectionSet,
                            inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name] : parent,
                            times
                        );
                        break;
                    case GraphQLFragmentSpread spread:
                        if (Find(spread) is { } fragment)
                            Add(fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name], times);
                        break;
                }
            }
        }

        private void Add(GraphQLField field, IGraphType parent, long times)
        {
            if (field.Name == "__schema" || field.Name == "__type")
            {
                Cost += field.Name == "__schema" ? SchemaCost : TypeCost;
                return;
            }

            if ((parent as IComplexGraphType)?.GetField(field.Name) is not { ResolvedType: { } resolved } definition)
                return;
            var type = resolved.GetNamedType();
            Guard(definition.Name, definition.GetMetadata<string[]>(SignedInAttribute.Key));
            Guard(definition.Name, Listed(type).GetMetadata<string[]>(SignedInAttribute.Key));
            if (type is ScalarGraphType)
                return;

            if (definition.GetMetadata<PageSizeAttribute>(Paging.Key) is { } page)
            {
                Add(
                    field.SelectionSet,
                    type,
                    Times(times, Paging.SizeOf(page, Number(field, "first"), Number(field, "last")))
                );
                return;
            }

            if (type is ICarrier)
            {
                Add(field.SelectionSet, type, times);
                return;
            }

            // Inside a page the factor already includes the page size. Any other list declares how many objects it can
            // hold.
            if (parent is not ICarrier)
                times = Times(times, SizeOf(definition, field));
            Cost += times;
            Add(field.SelectionSet, type, times);
        }

        // A list that takes `first` may be asked for fewer.
        private int SizeOf(FieldType definition, GraphQLField field)
        {
            var most = definition.GetMetadata(ListSizeAttribute.Key, 1);
            return definition.Arguments?.Find("first") is null
                ? most
                : Math.Clamp(Number(field, "first") ?? most, 0, most);
        }

        private void Guard(string field, string[]? roles)
        {
            if (roles is not null && !Guarded.Exists(g => g.Roles.SequenceEqual(roles)))
                Guarded.Add(new(field, roles));
        }

        private GraphQLFragmentDefinition? Find(GraphQLFragmentSpread spread) =>
            document
                .Definitions.OfType<GraphQLFragmentDefinition>()
                .FirstOrDefault(f => f.FragmentName.Name == spread.FragmentName.Name);

        private static IGraphType Listed(IGraphType type) =>
            type is ICarrier and IComplexGraphType page && page.GetField("nodes")?.ResolvedType is { } nodes
                ? nodes.GetNamedType()
                : type;

        private static long Times(long times, int size) => Math.Min(times * size, int.MaxValue);

        private int? Number(GraphQLField field, string name)
        {
            var value = field.Arguments?.FirstOrDefault(a => a.Name == name)?.Value;
            if (value is GraphQLVariable variable)
            {
                if (variables.TryGetValue(variable.Name.StringValue, out var given))
                    return given is int or long or System.Numerics.BigInteger
                        ? Parse(Convert.ToString(given, CultureInfo.InvariantCulture))
                        : null;
                value = operation.Variables?.FirstOrDefault(v => v.Variable.Name == variable.Name)?.DefaultValue;
            }

            return value is GraphQLIntValue number ? Parse(number.Value.ToString()) : null;
        }

        // A number too large for an Int is out of range like any other.
        private static int Parse(string? digits) =>
            int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
    }
}
