using System.Text;
using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Refuses a document that exceeds a limit, in time proportional to its length.</summary>
/// <remarks>
/// Fragments multiply: thirty fragments that each spread the next one twice expand to a billion fields in 900 bytes. So
/// each fragment is measured once, and its size is added wherever it is spread, before anything walks the expanded
/// document.
/// </remarks>
internal sealed class DocumentSize
{
    private readonly Limits _limits;
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments = [];
    private readonly Dictionary<string, Extent?> _measured = [];
    private int _aliases,
        _fragmentCount,
        _directives;

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
            if (token.Kind == TokenKind.NAME && token.End - token.Start > limits.NameCharacters)
                throw RequestError.Limit($"A name in the document is longer than {limits.NameCharacters} characters.");
            if (token.Kind == TokenKind.STRING && token.Value.Span.Contains('\0'))
                throw RequestError.Parse("A string in the document contains U+0000, which no value may contain.");
            if (token.Kind == TokenKind.STRING && !SourceText.IsWhole(token.Value.Span))
                throw RequestError.Parse(
                    $"Syntax error{Place(text, token)}: the string contains half of a surrogate pair. "
                        + $"Write the whole character, such as \\u{{1F600}}."
                );
            if (token.Kind is TokenKind.INT or TokenKind.FLOAT && GoesOn(text, token.End))
                throw RequestError.Parse(
                    $"Syntax error{Place(text, token)}: a letter, `_` or `.` follows a number. Put a space between them."
                );
            at = token.End;
        }
    }

    // The parser takes `first: 2where: {}` for two arguments. GraphQL (2.9.1) refuses it, and so do other servers.
    private static bool GoesOn(string text, int end) =>
        end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '_' or '.');

    private static string Place(string text, Token token)
    {
        var place = Location.FromLinearPosition(text, token.Start);
        return $" at line {place.Line}, column {place.Column}";
    }

    /// <summary>Refuses a parsed document before it is validated.</summary>
    public static void Check(GraphQLDocument document, Limits limits) => new DocumentSize(limits).Check(document);

    private void Check(GraphQLDocument document)
    {
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
            _fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        foreach (var definition in document.Definitions)
        {
            if (definition is IHasDirectivesNode { Directives: { } directives })
                _directives += directives.Count;
            if (definition is GraphQLFragmentDefinition fragment)
                Measure(fragment.FragmentName);
            else if (definition is GraphQLOperationDefinition operation)
                Measure(operation.SelectionSet, introspection: false);
        }

        _fragmentCount += _fragments.Count;
        if (_aliases > _limits.Aliases)
            throw RequestError.Limit($"The document has more than {_limits.Aliases} aliases.");
        if (_fragmentCount > _limits.Fragments)
            throw RequestError.Limit($"The document has more than {_limits.Fragments} fragments.");
        if (_directives > _limits.Directives)
            throw RequestError.Limit($"The document has more than {_limits.Directives} directives.");
    }

    // A fragment that spreads itself has no size, and the next to walk it would never end: it is refused here.
    private Extent Measure(GraphQLFragmentName named)
    {
        var name = named.Name.StringValue;
        if (_measured.TryGetValue(name, out var known))
            return known ?? throw RequestError.Invalid($"The fragment `{name}` spreads itself.");
        if (!_fragments.TryGetValue(name, out var fragment))
            return default;

        _measured[name] = null;
        var introspection = fragment.TypeCondition.Type.Name.Value.Span.StartsWith("__", StringComparison.Ordinal);
        var extent = Measure(fragment.SelectionSet, introspection);
        _measured[name] = extent;
        return extent;
    }

    private Extent Measure(GraphQLSelectionSet selections, bool introspection)
    {
        var most = introspection ? _limits.IntrospectionDepth : _limits.Depth;
        var total = default(Extent);
        foreach (var selection in selections.Selections)
        {
            if (selection is IHasDirectivesNode { Directives: { } directives })
                _directives += directives.Count;
            total = total.Beside(
                selection switch
                {
                    GraphQLField field => Measure(field, introspection),
                    GraphQLFragmentSpread spread => Measure(spread.FragmentName),
                    GraphQLInlineFragment inline => Inline(inline, introspection),
                    _ => default,
                }
            );
            if (total.Selections > _limits.Selections)
                throw RequestError.Limit(
                    $"The document has more than {_limits.Selections} selections once its fragments are expanded."
                );
            if (total.Depth > most)
                throw RequestError.Limit($"The document is nested deeper than {most} levels.");
            if (total.Lists > _limits.IntrospectionLists)
                throw RequestError.Limit(
                    $"The introspection nests more than {_limits.IntrospectionLists} lists of types and fields."
                );
        }

        return total;
    }

    private Extent Inline(GraphQLInlineFragment inline, bool introspection)
    {
        _fragmentCount++;
        return Measure(inline.SelectionSet, introspection);
    }

    private Extent Measure(GraphQLField field, bool introspection)
    {
        if (field.Alias is not null)
            _aliases++;

        var name = field.Name.Value;
        var starts = !introspection && (name == "__schema" || name == "__type");
        var inner = field.SelectionSet is { } selections ? Measure(selections, introspection || starts) : default;
        var isList =
            introspection
            && (
                name == "types"
                || name == "fields"
                || name == "inputFields"
                || name == "interfaces"
                || name == "possibleTypes"
            );
        return new(inner.Selections, starts ? 1 : inner.Depth + 1, inner.Lists + (isList ? 1 : 0));
    }

    // The levels inside an introspection have a limit of their own, and do not count towards the levels around it.
    private readonly record struct Extent(int Selections, int Depth, int Lists)
    {
        // A spread counts as a selection too, even an empty one: it takes time to expand.
        public Extent Beside(Extent other) =>
            new(Selections + 1 + other.Selections, Math.Max(Depth, other.Depth), Math.Max(Lists, other.Lists));
    }
}
