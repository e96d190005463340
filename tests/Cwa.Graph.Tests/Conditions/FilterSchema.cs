using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>What a `where` can say of the records of one class, as the published schema has it.</summary>
internal sealed record FilterSchema(
    string Record,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Path
)
{
    private static readonly IReadOnlyDictionary<string, GraphQLTypeDefinition> Types = Parser
        .Parse(File.ReadAllText(Repository.PathOf("schema/cwa.graphql")))
        .Definitions.OfType<GraphQLTypeDefinition>()
        .ToDictionary(t => t.Name.StringValue);

    /// <summary>
    /// All that have a list which needs no argument: all but the audit trail, asked for by a record's id.
    /// </summary>
    public static IReadOnlyDictionary<string, FilterSchema> All { get; } =
        Paths()
            .Select(path => new FilterSchema(path.Record, TermsOf(path.Record), KeysOf(path.Record), path.Fields))
            .ToDictionary(schema => schema.Record);

    /// <summary>Asks for the list, beneath the lists that lead to it.</summary>
    public string Query(string arguments, string selection)
    {
        var text = $"{Path[^1]}(first: 100{arguments}) {{ totalCount nodes {{ {selection} }} }}";
        foreach (var field in Path.Reverse().Skip(1))
            text = $"{field}(first: 100) {{ nodes {{ {text} }} }}";
        return text;
    }

    /// <summary>What tells a record from the others: an entry of the feed has no id.</summary>
    public string Identity => HasField("id") ? "id" : "id: recordedAt";

    /// <summary>All that conditions and orders go by.</summary>
    public string Selection =>
        string.Join(' ', Terms.Select(t => t.Selection).Concat(Keys.Where(HasField)).Append(Identity).Distinct());

    private bool HasField(string name) => Fields(Record).Any(f => f.Name.StringValue == name);

    // From the root inwards, so that the shortest way is found first.
    private static IEnumerable<(string Record, IReadOnlyList<string> Fields)> Paths()
    {
        var found = new HashSet<string>();
        var next = new Queue<(string Type, IReadOnlyList<string> Fields)>([("Query", [])]);
        while (next.TryDequeue(out var at))
        {
            foreach (var field in Fields(at.Type))
            {
                var name = field.Type.NamedType();
                var needsMore = field.Arguments?.Items.Any(a => a.Type is GraphQLNonNullType) == true;
                if (needsMore || !name.EndsWith("Connection", StringComparison.Ordinal) || !found.Add(name))
                    continue;

                (string Record, IReadOnlyList<string>) path = (
                    name[..^"Connection".Length],
                    [.. at.Fields, field.Name.StringValue]
                );
                next.Enqueue(path);
                yield return path;
            }
        }
    }

    private static IReadOnlyList<Term> TermsOf(string record) =>
        [
            .. Inputs(record + "FilterInput")
                .Where(f => f.Name.StringValue is not ("and" or "or"))
                .Select(f => new Term(
                    record,
                    f.Name.StringValue,
                    f.Type.NamedType(),
                    Fields(record).FirstOrDefault(o => o.Name.StringValue == f.Name.StringValue)?.Type.NamedType()
                )),
        ];

    private static IReadOnlyList<string> KeysOf(string record) =>
        [.. Inputs(record + "SortInput").Select(f => f.Name.StringValue)];

    /// <summary>The operators of a member.</summary>
    public static IReadOnlyList<string> Operators(string input) => [.. Inputs(input).Select(f => f.Name.StringValue)];

    /// <summary>The values of an enumeration.</summary>
    public static IEnumerable<string> Values(string closed) =>
        ((GraphQLEnumTypeDefinition)Types[closed]).Values!.Items.Select(v => v.Name.StringValue);

    private static List<GraphQLInputValueDefinition> Inputs(string type) =>
        ((GraphQLInputObjectTypeDefinition)Types[type]).Fields!.Items;

    private static List<GraphQLFieldDefinition> Fields(string type) =>
        ((GraphQLObjectTypeDefinition)Types[type]).Fields!.Items;
}

/// <summary>Something that a `where` names: a value and its operators, a related record, or a list of those.</summary>
internal sealed record Term(string Record, string Name, string Input, string? Field)
{
    private const string Operators = "OperationFilterInput",
        List = "ListFilterInputTypeOf",
        Conditions = "FilterInput";

    public bool IsList => Input.StartsWith(List, StringComparison.Ordinal);

    public bool IsValue => Input.EndsWith(Operators, StringComparison.Ordinal);

    /// <summary>The scalar or enumeration that is compared; the class of the records beyond.</summary>
    public string Of =>
        IsValue ? Input[..^Operators.Length]
        : IsList ? Input[List.Length..^Conditions.Length]
        : Input[..^Conditions.Length];

    /// <summary>A text that is found in any case and spacing; others are compared to the letter.</summary>
    public bool IsNormalised =>
        (Record, Name)
            is
                ("Agency", "name" or "abbreviation")
                or
                ("ComplaintCategory", "name")
                or
                ("Event", "title")
                or
                ("Liaison", "name");

    // The grade of reading stands among other measures.
    public string Selection =>
        Field is null ? "plainLanguage { grade }"
        : IsValue ? Name
        : Field.EndsWith("Connection", StringComparison.Ordinal) ? $"{Name}(first: 100) {{ nodes {{ id }} }}"
        : $"{Name} {{ id }}";
}
