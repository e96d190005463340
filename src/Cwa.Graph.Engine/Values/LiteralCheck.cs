using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>A variable at a place in a document, and the type expected there.</summary>
internal sealed record VariableUse(GraphQLVariable Variable, IGraphType Expected, Place Place);

/// <summary>Checks the literals of a document, and collects the variables in it.</summary>
internal sealed class LiteralCheck(ValidationContext context, List<VariableUse> uses) : ValueCheck<GraphQLValue>
{
    protected override void Refuse(GraphQLValue at, string message) =>
        context.ReportError(new ValidationError(context.Document.Source, "5.6", message, at));

    protected override bool IsGivenElsewhere(GraphQLValue value, IGraphType expected, Place place)
    {
        if (value is not GraphQLVariable variable)
            return false;

        uses.Add(new(variable, expected, place));
        return true;
    }

    protected override bool IsNull(GraphQLValue value) => value is GraphQLNullValue;

    protected override IEnumerable<GraphQLValue>? ItemsOf(GraphQLValue value) =>
        value is GraphQLListValue list ? list.Values ?? [] : null;

    protected override IReadOnlyCollection<(string Name, GraphQLValue Value)>? FieldsOf(GraphQLValue value) =>
        value is GraphQLObjectValue fields
            ? [.. (fields.Fields ?? []).Select(field => (field.Name.StringValue, field.Value))]
            : null;

    protected override bool Fits(ScalarGraphType scalar, GraphQLValue value) => scalar.CanParseLiteral(value);

    protected override string Shown(GraphQLValue value) =>
        value is GraphQLStringValue text
            ? text.Value.ToString()
            : context.Document.Source.Slice(value.Location.Start, value.Location.End - value.Location.Start).ToString();

    protected override string? NameIn(GraphQLValue value) =>
        value switch
        {
            GraphQLEnumValue name => name.Name.StringValue,
            GraphQLStringValue text => text.Value.ToString(),
            _ => null,
        };
}
