using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A type whose objects are made from one class.</summary>
internal interface IClassType
{
    /// <summary>The class.</summary>
    Type Class { get; }
}

/// <summary>A type that holds a page of records. The page itself needs only their keys.</summary>
internal interface IPageType
{
    /// <summary>The records' class.</summary>
    Type Class { get; }
}

/// <summary>The properties of each class that a document needs. Every other column stays in the database.</summary>
/// <remarks>
/// A class has one set of properties in a whole document, wherever it is selected, since a loader reads a record once
/// for all places that ask for it.
/// </remarks>
internal sealed class NeededProperties
{
    private readonly Dictionary<Type, SortedSet<string>?> _needed = [];
    private readonly ISchema _schema;
    private readonly GraphQLDocument _document;

    /// <summary>What an operation needs, whatever its directives leave out.</summary>
    public NeededProperties(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation)
    {
        (_schema, _document) = (schema, document);
        if (schema.Query is { } root)
            Add(operation.SelectionSet, root);
    }

    /// <summary>The properties of a class; null for all of them.</summary>
    public IReadOnlyCollection<string>? Of(Type type) => _needed.GetValueOrDefault(type);

    // DocumentSize has bounded how many selections the document expands to, so it is simply walked.
    private void Add(GraphQLSelectionSet? selections, IGraphType? type)
    {
        if (type is null)
            return;
        foreach (var selection in selections?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field:
                    Add(field, type);
                    break;
                case GraphQLInlineFragment inline:
                    Add(
                        inline.SelectionSet,
                        inline.TypeCondition is { } condition ? _schema.AllTypes[condition.Type.Name] : type
                    );
                    break;
                case GraphQLFragmentSpread spread when _document.Fragment(spread) is { } fragment:
                    Add(fragment.SelectionSet, _schema.AllTypes[fragment.TypeCondition.Type.Name]);
                    break;
            }
        }
    }

    private void Add(GraphQLField field, IGraphType parent)
    {
        if ((parent as IComplexGraphType)?.GetField(field.Name) is not { ResolvedType: { } resolved } definition)
            return;
        if (parent is IClassType { Class: var type })
            Add(type, (definition.Resolver as IReadsProperties)?.Reads);
        var selected = resolved.GetNamedType();
        if (selected is IPageType { Class: var listed })
            Add(listed, []);
        Add(field.SelectionSet, selected);
    }

    private void Add(Type type, IReadOnlyList<string>? properties)
    {
        if (!_needed.TryGetValue(type, out var needed))
            _needed[type] = needed = [];
        if (properties is null)
            _needed[type] = null;
        else
            needed?.UnionWith(properties);
    }
}

/// <summary>A resolver that knows which properties of its object it reads.</summary>
internal interface IReadsProperties
{
    /// <summary>The properties' names, without the id; null if it may read all of them.</summary>
    IReadOnlyList<string>? Reads { get; }
}
