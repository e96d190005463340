using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>What an operation asks for, computed from the schema and the page sizes before it runs.</summary>
/// <param name="Cost">How many objects it could return.</param>
/// <param name="Guarded">The selected fields that are not public, one for each set of roles.</param>
/// <param name="Largest">The list with the largest part of the cost, among those that could be shorter.</param>
/// <param name="IsKept">Whether its answer may be kept: no field depends on more than rights and date.</param>
internal sealed record Preflight(long Cost, IReadOnlyList<GuardedField> Guarded, CostlyList? Largest, bool IsKept)
{
    private const int SchemaCost = 300,
        TypeCost = 10;

    private const string ByFirst = "ask for fewer with `first`";

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
        reckoning.Add(operation.SelectionSet, root, 1, around: null);
        return new(reckoning.Cost, reckoning.Guarded, reckoning.Largest, reckoning.IsKept);
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
        public CostlyList? Largest { get; private set; }
        public bool IsKept { get; private set; } = operation.Operation == OperationType.Query;

        // DocumentSize has bounded how many selections the document expands to, so it is simply walked.
        public void Add(GraphQLSelectionSet? selections, IGraphType? parent, long times, Selected? around)
        {
            if (selections is null || parent is null)
                return;
            foreach (var selection in selections.Selections)
            {
                switch (selection)
                {
                    case GraphQLField field:
                        Add(field, parent, times, around);
                        break;
                    case GraphQLInlineFragment inline:
                        Add(
                            inline.SelectionSet,
                            inline.TypeCondition is { } condition ? schema.AllTypes[condition.Type.Name] : parent,
                            times,
                            around
                        );
                        break;
                    case GraphQLFragmentSpread spread:
                        if (document.Fragment(spread) is { } fragment)
                            Add(
                                fragment.SelectionSet,
                                schema.AllTypes[fragment.TypeCondition.Type.Name],
                                times,
                                around
                            );
                        break;
                }
            }
        }

        private void Add(GraphQLField field, IGraphType parent, long times, Selected? around)
        {
            if (field.Name == "__schema" || field.Name == "__type")
            {
                Cost += field.Name == "__schema" ? SchemaCost : TypeCost;
                return;
            }

            if ((parent as IComplexGraphType)?.GetField(field.Name) is not { ResolvedType: { } resolved } definition)
                return;
            IsKept &= !definition.HasMetadata(NeverKeptAttribute.Key);
            var type = resolved.GetNamedType();
            Guard(definition.Name, definition.GetMetadata<string[]>(SignedInAttribute.Key));
            Guard(definition.Name, Listed(type).GetMetadata<string[]>(SignedInAttribute.Key));
            if (type is ScalarGraphType)
                return;

            // Inside a page the factor already includes the page size.
            if (type is ICarrier && definition.GetMetadata<PageSizeAttribute>(Paging.Key) is null)
            {
                Add(field.SelectionSet, type, times, around);
                return;
            }

            var (before, selected) = (Cost, new Selected(field, new(definition, field, operation, variables), around));
            var (size, sizedBy, advice) = SizeOf(definition, selected, parent, around);
            times = Math.Min(times * size, int.MaxValue);
            if (type is not ICarrier)
                Cost += times;
            Add(field.SelectionSet, type, times, selected);

            // A list costs at least as much as those inside it, so the outermost one remains.
            if (advice is not null && Cost - before >= (Largest?.Cost ?? 1))
                Largest = new(sizedBy.Path, Cost - before, advice, advice == ByFirst ? size : null);
        }

        /// <summary>How many objects a field can return, which field says so, and how to ask for fewer.</summary>
        private static (int Size, Selected By, string? Advice) SizeOf(
            FieldType definition,
            Selected selected,
            IGraphType parent,
            Selected? around
        )
        {
            const string first = "first";
            if (definition.GetMetadata<PageSizeAttribute>(Paging.Key) is { } page)
            {
                var arguments = selected.Arguments;
                return (Paging.SizeOf(page, arguments.Number(first), arguments.Number("last")), selected, ByFirst);
            }

            // An object is a list of one. A list that is no page declares how many it can hold.
            if (parent is ICarrier || definition.GetMetadata<ListSizeAttribute>(ListSizeAttribute.Key) is not { } list)
                return (1, selected, null);

            var by =
                list.Around is { } name ? around?.Named(name) ?? selected
                : list.ByParent && around is not null ? around
                : selected;
            return (
                Math.Clamp(list.Of(by.Arguments), 0, list.Most),
                by,
                list.Advice ?? (list.ByParent || definition.Arguments?.Find(first) is not null ? ByFirst : null)
            );
        }

        private void Guard(string field, string[]? roles)
        {
            if (roles is not null && !Guarded.Exists(g => g.Roles.SequenceEqual(roles)))
                Guarded.Add(new(field, roles));
        }

        private static IGraphType Listed(IGraphType type) =>
            type is ICarrier and IComplexGraphType page && page.GetField("nodes")?.ResolvedType is { } nodes
                ? nodes.GetNamedType()
                : type;

        /// <summary>A field that the document selects, with its arguments.</summary>
        public sealed record Selected(GraphQLField Field, AskedArguments Arguments, Selected? Around)
        {
            /// <summary>This field or the nearest around it that has the name; null when there is none.</summary>
            public Selected? Named(string name) => Field.Name == name ? this : Around?.Named(name);

            public string Path =>
                (Around is null ? "" : $"{Around.Path}.") + (Field.Alias?.Name ?? Field.Name).StringValue;
        }
    }
}

/// <summary>A list that makes an operation costly.</summary>
/// <param name="Path">The field whose arguments make it shorter, by its name in the answer, after those around it.
/// </param>
/// <param name="Cost">How many objects it could return, with those inside it.</param>
/// <param name="Advice">How to ask for fewer.</param>
/// <param name="First">How many of its objects are asked for; null if `first` does not make it shorter.</param>
internal sealed record CostlyList(string Path, long Cost, string Advice, int? First)
{
    /// <summary>What to write so that an operation costs no more than it may; nothing if no `first` is enough.</summary>
    /// <param name="cost">What the operation costs.</param>
    /// <param name="most">What it may cost.</param>
    public string Fitting(long cost, long most) =>
        First is { } asked && Cost < int.MaxValue && (most - (cost - Cost)) * asked / Cost is > 0 and var fits
            ? $"; `first: {fits}` would fit"
            : "";
}
