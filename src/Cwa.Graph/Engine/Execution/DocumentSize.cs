using System.Text;
using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Refuses a document that is too large in any way, in time that grows only with its length.</summary>
/// <remarks>
/// Fragments multiply: a chain of thirty that each spread the next twice expands to a billion fields in 900 bytes. So each
/// fragment is measured once and its size added wherever it is spread, before anything walks the expanded document.
/// </remarks>
internal sealed class DocumentSize
{
    private readonly Limits _limits;
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = [];
    private readonly Dictionary<(string Fragment, bool Introspection), Extent> _measured = [];
    private int _aliases, _fragmentCount, _directives;

    private DocumentSize(Limits limits) => _limits = limits;

    /// <summary>Refuses a text before it is parsed.</summary>
    public static void CheckText(string text, Limits limits)
    {
        if (Encoding.UTF8.GetByteCount(text) > limits.DocumentBytes)
            throw RequestError.Limit($"The document is larger than {limits.DocumentBytes} bytes.");

        var tokens = 0;
        for (var at = 0; ; tokens++)
        {
            var token = Lexer.Lex(text, at);
            if (token.Kind == TokenKind.EOF)
                return;
            if (tokens == limits.Tokens)
                throw RequestError.Limit($"The document has more than {limits.Tokens} tokens.");
            at = token.End;
        }
    }

    /// <summary>Refuses a parsed document before it is validated.</summary>
    public static void Check(GraphQLDocument document, Limits limits) => new DocumentSize(limits).Check(document);

    private void Check(GraphQLDocument document)
    {
        foreach (var definition in document.Definitions)
            Count(definition);
        if (_aliases > _limits.Aliases)
            throw RequestError.Limit($"The document has more than {_limits.Aliases} aliases.");
        if (_fragmentCount > _limits.Fragments)
            throw RequestError.Limit($"The document has more than {_limits.Fragments} fragments.");
        if (_directives > _limits.Directives)
            throw RequestError.Limit($"The document has more than {_limits.Directives} directives.");

        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            Measure(operation.SelectionSet, introspection: false);

        // One that no operation spreads is refused later, by a rule that walks it first.
        foreach (var fragment in _fragments.Keys.Where(name => !_measured.ContainsKey((name, false)) && !_measured.ContainsKey((name, true))).ToList())
            Measure(fragment, introspection: true);
    }

    private void Count(ASTNode node)
    {
        if (node is IHasDirectivesNode { Directives: { } directives })
            _directives += directives.Count;
        if (node is GraphQLField { Alias: not null })
            _aliases++;
        if (node is GraphQLFragmentDefinition or GraphQLInlineFragment)
            _fragmentCount++;
        foreach (var selection in (node as IHasSelectionSetNode)?.SelectionSet?.Selections ?? [])
            Count(selection);
    }

    private Extent Measure(string fragment, bool introspection)
    {
        if (_measured.TryGetValue((fragment, introspection), out var extent))
            return extent;

        // Counted as nothing inside itself; validation refuses the cycle.
        _measured[(fragment, introspection)] = default;
        return _measured[(fragment, introspection)] =
            _fragments.TryGetValue(fragment, out var definition) ? Measure(definition.SelectionSet, introspection) : default;
    }

    private Extent Measure(GraphQLSelectionSet selections, bool introspection)
    {
        var total = default(Extent);
        foreach (var selection in selections.Selections)
        {
            total = total.Beside(selection switch
            {
                GraphQLField field => Measure(field, introspection),
                GraphQLFragmentSpread spread => Measure(spread.FragmentName.Name.StringValue, introspection),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet, introspection),
                _ => default,
            });
            if (total.Selections > _limits.Selections)
                throw RequestError.Limit($"The document selects more than {_limits.Selections} fields once its fragments are expanded.");
            if (total.Depth > (introspection ? _limits.IntrospectionDepth : Math.Max(_limits.Depth, total.IntrospectionDepth)))
                throw RequestError.Limit($"The document is nested deeper than {(introspection ? _limits.IntrospectionDepth : _limits.Depth)} levels.");
            if (total.Lists > _limits.IntrospectionLists)
                throw RequestError.Limit($"The introspection nests more than {_limits.IntrospectionLists} lists of types and fields.");
        }

        return total;
    }

    private Extent Measure(GraphQLField field, bool introspection)
    {
        var name = field.Name.Value;
        var starts = !introspection && (name == "__schema" || name == "__type");
        var inner = field.SelectionSet is { } selections ? Measure(selections, introspection || starts) : default;
        var isList = introspection && (name == "types" || name == "fields" || name == "inputFields" || name == "interfaces" || name == "possibleTypes");
        return new(inner.Selections + 1, inner.Depth + 1, starts ? inner.Depth + 1 : inner.IntrospectionDepth, inner.Lists + (isList ? 1 : 0));
    }

    // IntrospectionDepth: how deep the part under __schema or __type reaches, which has a limit of its own.
    private readonly record struct Extent(int Selections, int Depth, int IntrospectionDepth, int Lists)
    {
        public Extent Beside(Extent other) => new(
            Selections + other.Selections,
            Math.Max(Depth, other.Depth),
            Math.Max(IntrospectionDepth, other.IntrospectionDepth),
            Math.Max(Lists, other.Lists));
    }
}
