using System.Collections;
using System.Globalization;
using System.Numerics;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Cwa.Graph.Engine;

/// <summary>
/// The arguments of a selected field, read before the operation is validated. A value of another type than the one that
/// is read counts as absent.
/// </summary>
public sealed class AskedArguments
{
    private readonly FieldType _definition;
    private readonly GraphQLField _field;
    private readonly GraphQLOperationDefinition _operation;
    private readonly Inputs _variables;

    internal AskedArguments(
        FieldType definition,
        GraphQLField field,
        GraphQLOperationDefinition operation,
        Inputs variables
    ) => (_definition, _field, _operation, _variables) = (definition, field, operation, variables);

    /// <summary>A whole number. One that is too large for an Int counts as the largest.</summary>
    public int? Number(string name) =>
        Value(name) is (int or long or BigInteger) and var number
            ? int.TryParse(Convert.ToString(number, CultureInfo.InvariantCulture), out var whole)
                ? whole
                : int.MaxValue
            : null;

    /// <summary>A text, or the name of an enum's value.</summary>
    public string? Text(string name) => Value(name) as string;

    /// <summary>The texts, or the names, in a list.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Value(name) switch
        {
            string only => [only],
            IEnumerable several => [.. several.OfType<string>()],
            _ => [],
        };

    private object? Value(string name) =>
        _field.Arguments?.FirstOrDefault(argument => argument.Name == name)?.Value is { } given
            ? Read(given, name)
            : Default(name);

    private object? Default(string name) => _definition.Arguments?.Find(name)?.DefaultValue;

    private object? Read(GraphQLValue value, string name) =>
        value switch
        {
            GraphQLVariable variable => Read(variable, name),
            GraphQLIntValue number => BigInteger.Parse(number.Value.Span, CultureInfo.InvariantCulture),
            GraphQLStringValue text => text.Value.ToString(),
            GraphQLEnumValue named => named.Name.StringValue,
            GraphQLListValue list => list.Values?.ConvertAll(item => Read(item, name)),
            _ => null,
        };

    private object? Read(GraphQLVariable variable, string name)
    {
        if (_variables.TryGetValue(variable.Name.StringValue, out var given))
            return given;

        var declared = _operation.Variables?.FirstOrDefault(v => v.Variable.Name == variable.Name);
        return declared?.DefaultValue is { } usual ? Read(usual, name) : Default(name);
    }
}
