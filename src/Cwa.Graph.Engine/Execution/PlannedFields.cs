using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A field that is asked of each object of a selection.</summary>
/// <param name="Field">The field in the document.</param>
/// <param name="Definition">The field in the schema.</param>
/// <param name="Property">The property that it reads, if it does no more.</param>
/// <param name="Writer">How the property is written straight into the answer; null if it is not.</param>
internal sealed record PlannedField(
    GraphQLField Field,
    FieldType Definition,
    IPropertyResolver? Property,
    ScalarWriter? Writer
)
{
    /// <summary>The field's name in the answer.</summary>
    public JsonEncodedText Name { get; } = JsonEncodedText.Encode((Field.Alias?.Name ?? Field.Name).Value.Span);

    /// <summary>Plans a field of a selection.</summary>
    public static PlannedField Of(GraphQLField field, FieldType definition, IServiceProvider services, bool hasNodes)
    {
        var property = definition.Resolver switch
        {
            IPropertyResolver own => own,
            IGuardedProperty guarded => guarded.For(services),
            _ => null,
        };
        var required = definition.ResolvedType as NonNullGraphType;
        return (required?.ResolvedType ?? definition.ResolvedType) is ScalarGraphType scalar && property is not null
            ? new(field, definition, property, hasNodes ? null : property.WriterOf(scalar, required is not null))
            : new(field, definition, null, null);
    }
}

/// <summary>The fields that are asked of each object of a selection, in the order of the answer.</summary>
internal sealed class PlannedFields(IReadOnlyList<PlannedField> fields)
{
    private readonly ScalarWriter[] _writers = [.. fields.Select(field => field.Writer).OfType<ScalarWriter>()];

    /// <summary>The fields.</summary>
    public IReadOnlyList<PlannedField> Fields => fields;

    /// <summary>The fields that must be run, because they do more than to write a property.</summary>
    public IReadOnlyList<PlannedField> Run { get; } = [.. fields.Where(field => field.Writer is null)];

    /// <summary>Whether an object has fitting values for all fields that are only written.</summary>
    public bool Fits(object source)
    {
        foreach (var writer in _writers)
        {
            if (!writer.Fits(source))
                return false;
        }

        return true;
    }
}

/// <summary>An object whose properties are written straight into the answer. Its nodes are its other fields.</summary>
internal sealed class PlannedObjectNode(
    ExecutionNode parent,
    IGraphType type,
    GraphQLField field,
    FieldType definition,
    int? index
) : ObjectExecutionNode(parent, type, field, definition, index)
{
    /// <summary>The object's fields; null if each has a node.</summary>
    public PlannedFields? Plan { get; set; }
}

/// <summary>A list of objects. If all of their fields are written straight into the answer, they have no nodes.</summary>
internal sealed class PlannedListNode(
    ExecutionNode parent,
    IGraphType type,
    GraphQLField field,
    FieldType definition,
    int? index
) : ArrayExecutionNode(parent, type, field, definition, index)
{
    /// <summary>The fields of each object in <see cref="ArrayExecutionNode.SerializedResult"/>; null if the objects
    /// have nodes.</summary>
    public PlannedFields? Plan { get; set; }
}
