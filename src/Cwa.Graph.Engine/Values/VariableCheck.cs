using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>Says what is wrong with the variables of a request, after GraphQL.NET has refused them.</summary>
internal sealed class VariableCheck : ValueCheck<object?>
{
    private readonly ExecutionErrors _errors = [];
    private Location _location;

    /// <summary>An error for every value that does not fit, with the location of its variable's definition.</summary>
    public static ExecutionErrors Of(
        ISchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        Inputs variables,
        IEnumerable<InvalidVariableError> refusals
    )
    {
        var check = new VariableCheck();
        foreach (var definition in operation.Variables?.Items ?? [])
        {
            var (name, type) = (definition.Variable.Name.StringValue, definition.Type.GraphTypeFromType(schema)!);
            check._location = Location.FromLinearPosition(document.Source, definition.Location.Start);
            if (variables.TryGetValue(name, out var value))
                check.Check(type, value, new(name));
            else if (type is NonNullGraphType && definition.DefaultValue is null)
                check.Refuse(null, $"The variable `{name}` is missing: give {Expected.Of(type)}.");
        }

        if (check._errors.Count == 0)
            check.RefuseNulls(operation, refusals, schema, document);
        return check._errors is [] ? [RequestError.Input("A variable does not fit where it is used.")] : check._errors;
    }

    // A nullable variable may be used where null is not allowed only if it has a default, and null was given instead.
    private void RefuseNulls(
        GraphQLOperationDefinition operation,
        IEnumerable<InvalidVariableError> refusals,
        ISchema schema,
        GraphQLDocument document
    )
    {
        var refused = refusals.SelectMany(refusal => refusal.Nodes).ToHashSet();
        foreach (var definition in operation.Variables?.Items.Where(refused.Contains) ?? [])
        {
            _location = Location.FromLinearPosition(document.Source, definition.Location.Start);
            Refuse(
                null,
                $"`{definition.Variable.Name}` must not be null where it is used: "
                    + $"give {Expected.Of(definition.Type.GraphTypeFromType(schema)!)}, or leave it out."
            );
        }
    }

    protected override void Refuse(object? at, string message)
    {
        var error = RequestError.Input(message);
        error.AddLocation(_location);
        _errors.Add(error);
    }

    protected override bool IsGivenElsewhere(object? value, IGraphType expected, Place place) => false;

    protected override bool IsNull(object? value) => value is null;

    protected override IEnumerable<object?>? ItemsOf(object? value) => value as IReadOnlyList<object?>;

    protected override IReadOnlyCollection<(string Name, object? Value)>? FieldsOf(object? value) =>
        value is IDictionary<string, object?> fields ? [.. fields.Select(field => (field.Key, field.Value))] : null;

    protected override bool Fits(ScalarGraphType scalar, object? value) => scalar.CanParseValue(value);

    protected override string Shown(object? value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            IDictionary<string, object?> => "{ … }",
            IReadOnlyList<object?> => "[ … ]",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    // In JSON an enum value is a string.
    protected override string? NameIn(object? value) => value as string;
}
