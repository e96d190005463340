using System.Text.Json.Nodes;
using CsCheck;
using Cwa.Graph.Tests.Conditions;
using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>Draws the arguments of a document's fields.</summary>
internal sealed class RandomArguments(Random random, RealValues values)
{
    private const string Conditions = "FilterInput",
        Order = "SortInput";

    private readonly List<string> _declared = [];

    public JsonObject Variables { get; } = [];

    /// <summary>The declarations of the variables.</summary>
    public string Declarations => _declared is [] ? "" : $"({string.Join(", ", _declared)}) ";

    /// <summary>A variable with a value.</summary>
    public string Variable(string type, JsonNode? value)
    {
        var name = $"v{_declared.Count + 1}";
        _declared.Add($"${name}: {type}");
        Variables[name] = value;
        return $"${name}";
    }

    /// <summary>Some arguments of a field.</summary>
    public Given Of(FieldType field, int objects)
    {
        var given = new List<string>();
        var types = new List<string>();
        var size = 20;
        var arguments = field.Arguments?.ToList() ?? [];
        var isPage = arguments.Exists(a => a.Name == "last");
        if (isPage && (objects > 1 || !Chance(10)))
        {
            size = random.Next(1, objects > 10 ? 3 : 9);
            var backwards = Chance(25);
            given.Add(Argument(arguments.First(a => a.Name == (backwards ? "last" : "first")), size));
            if (values.Cursors.TryGetValue(field.ResolvedType!.GetNamedType().Name, out var cursors) && Chance(20))
                given.Add(Argument(arguments.First(a => a.Name == (backwards ? "before" : "after")), OneOf(cursors)));
        }

        var hasCursor = given.Count > 1;
        foreach (var argument in arguments)
        {
            var isNeeded = argument is { ResolvedType: NonNullGraphType, DefaultValue: null };
            if (
                isPage && argument.Name is "first" or "last" or "after" or "before"
                || (hasCursor && argument.Name == "order")
                || !(isNeeded || Chance(20))
            )
                continue;
            if (Value(argument.Name, argument.ResolvedType!, types) is not { } value)
                continue;
            if (argument.Name == "first")
                size = value.GetValue<int>();
            given.Add(Argument(argument, value));
        }

        return new(
            given is [] ? "" : $"({string.Join(", ", given)})",
            IsList(field.ResolvedType!) && !isPage ? Math.Min(size, 5) : size,
            IsList(field.ResolvedType!),
            types
        );
    }

    private static bool IsList(IGraphType type) =>
        type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };

    private string Argument(QueryArgument argument, JsonNode value) =>
        argument.ResolvedType!.GetNamedType() is IInputObjectGraphType || Chance(40)
            ? $"{argument.Name}: {Variable(argument.ResolvedType!.ToString()!, value)}"
            : $"{argument.Name}: {Literal(argument.ResolvedType!, value)}";

    private static string Literal(IGraphType type, JsonNode value) =>
        value is JsonArray list ? $"[{string.Join(", ", list.Select(item => Literal(type, item!)))}]"
        : type.GetNamedType() is EnumerationGraphType ? value.GetValue<string>()
        : value.ToJsonString();

    private JsonNode? Value(string name, IGraphType type, List<string> types)
    {
        if (type is NonNullGraphType { ResolvedType: { } inner })
            return Value(name, inner, types);
        if (type is ListGraphType { ResolvedType: { } item })
        {
            JsonNode?[] items = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Value(name, item, types))];
            return items.Contains(null) ? null : new JsonArray(items);
        }

        return type switch
        {
            EnumerationGraphType names => OneOf(names.Values.ToList()).Name,
            IInputObjectGraphType { Name: "AgencyByInput" } => Chance(50)
                ? new JsonObject { ["abbreviation"] = OneOf(values.Agencies) }
                : new JsonObject { ["id"] = OneOf(values.Ids["Agency"]) },
            IInputObjectGraphType keys when keys.Name.EndsWith(Order, StringComparison.Ordinal) => new JsonObject
            {
                [OneOf(keys.Fields.ToList()).Name] = Chance(50) ? "ASC" : "DESC",
            },
            IInputObjectGraphType conditions => ConditionsOn(conditions.Name[..^Conditions.Length]),
            _ => Scalar(name, type.Name, types),
        };
    }

    private JsonNode? ConditionsOn(string record) =>
        FilterSchema.All.TryGetValue(record, out var schema)
            ? values
                .Conditions.On(schema, 2)
                .Generate(new PCG((uint)random.Next(), (ulong)random.NextInt64()), null, out _)
                .DeepClone()
            : null;

    private JsonNode Scalar(string name, string type, List<string> types) =>
        (type, name) switch
        {
            ("ID", _) => Id(types),
            ("YearMonth", "from") => $"1998-0{random.Next(3, 7)}",
            ("YearMonth", _) => $"1998-{random.Next(7, 13):00}",
            ("Date", "from") => $"1998-0{random.Next(3, 7)}-{random.Next(1, 29):00}",
            ("Date", _) => $"1998-{random.Next(7, 12):00}-{random.Next(1, 17):00}",
            ("DateTime", _) => $"1998-{random.Next(4, 12):00}-{random.Next(1, 29):00}T12:00:00Z",
            ("Int", "year") => 1998,
            ("Int", "months") => random.Next(1, 7),
            ("Int", _) => random.Next(1, 31),
            ("Boolean", _) => Chance(50),
            ("String", "text") => Chance(80) ? "We utilized it pursuant to organizational initiatives." : "",
            _ => throw new InvalidOperationException($"No value for {name}: {type}."),
        };

    private string Id(List<string> types)
    {
        types.Add(OneOf(values.Ids.Keys.ToList()));
        return OneOf(values.Ids[types[^1]]);
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T OneOf<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}

/// <summary>The arguments that a field is given.</summary>
/// <param name="Text">The arguments in brackets, if any.</param>
/// <param name="Size">How many objects a list has at most, as far as the arguments say.</param>
/// <param name="IsList">Whether the field itself is a list.</param>
/// <param name="Types">The types of the ids among them.</param>
internal sealed record Given(string Text, int Size, bool IsList, IReadOnlyList<string> Types);
