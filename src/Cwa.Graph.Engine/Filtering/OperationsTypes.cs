using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The operators that a client gave, with their values.</summary>
internal sealed record OperationValues(Type Type, IReadOnlyList<(Operation Operation, object? Value)> Asked);

internal abstract class OperationsType<TValue> : InputObjectGraphType
{
    private readonly IReadOnlyList<Operation> _operations;

    protected OperationsType(string name, IReadOnlyList<Operation> operations)
    {
        _operations = operations;
        Name = name + "OperationFilterInput";
        Description =
            $"Operators on {name} values. All that are given must hold."
            + (
                typeof(TValue) == typeof(string)
                    ? " Names and titles are compared regardless of case, accents, "
                        + "the kind of apostrophe, quotation mark or hyphen, and the "
                        + "number of spaces; other text is compared exactly."
                    : ""
            );
        foreach (var operation in operations)
        {
            AddField(
                new FieldType
                {
                    Name = operation.Name,
                    Description = operation.Description,
                    Type = operation.TakesList
                        ? typeof(ListGraphType<NonNullGraphType<GraphQLClrInputTypeReference<TValue>>>)
                        : typeof(GraphQLClrInputTypeReference<TValue>),
                }
            );
        }
    }

    public override object ParseDictionary(IDictionary<string, object?> value) =>
        new OperationValues(
            typeof(TValue),
            [.. _operations.Where(o => value.ContainsKey(o.Name)).Select(o => (o, value[o.Name]))]
        );
}

/// <summary>Operators on a value of a closed set.</summary>
internal sealed class ChoiceOperations<TValue>()
    : OperationsType<TValue>(typeof(TValue) == typeof(bool) ? "Boolean" : typeof(TValue).Name, Operation.Equality);

/// <summary>Operators on text.</summary>
internal sealed class TextOperations() : OperationsType<string>("String", Operation.Text);

/// <summary>Operators on a value that has an order.</summary>
internal sealed class ComparableOperations<TValue>(string name) : OperationsType<TValue>(name, Operation.Comparison)
{
    public ComparableOperations()
        : this(NameOf(typeof(TValue))) { }

    private static string NameOf(Type type) =>
        type == typeof(DateOnly) ? "Date"
        : type == typeof(int) ? "Int"
        : type == typeof(long) ? "Long"
        : type == typeof(double) ? "Float"
        : type.Name;
}
