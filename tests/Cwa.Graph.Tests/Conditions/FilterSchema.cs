using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Tests.Conditions;

/// <summary>The conditions that the published schema allows on one class of records.</summary>
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
    /// Every class with a list that needs no argument: all except the audit trail, which needs the id of a record.
    /// </summary>
    public static IReadOnlyDictionary<string, FilterSchema> All { get; } =
        Paths()
            .Select(path => new FilterSchema(path.Record, TermsOf(path.Record), KeysOf(path.Record), path.Fields))
            .ToDictionary(schema => schema.Record);

    /// <summary>A query of the list, inside the lists that lead to it.</summary>
    public string Query(string arguments, string selection)
    {
        var text = $"{Path[^1]}(first: 100{arguments}) {{ totalCount nodes {{ {selection} }} }}";
        foreach (var field in Path.Reverse().Skip(1))
            text = $"{field}(first: 100) {{ nodes {{ {text} }} }}";
        return text;
    }

    /// <summary>The field that identifies a record; entries of the feed have no id.</summary>
    public string Identity => HasField("id") ? "id" : "id: recordedAt";

    /// <summary>Every field that conditions and orders use.</summary>
    public string Selection =>
        string.Join(' ', Terms.Select(t => t.Selection).Concat(Keys.Where(HasField)).Append(Identity).Distinct());

    private bool HasField(string name) => Fields(Record).Any(f => f.Name.StringValue == name);

    // From the root inwards, so that the shortest path is found first.
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

    // A text that is searched has no operators.
    private static IReadOnlyList<Term> TermsOf(string record) =>
        [
            .. Inputs(record + "FilterInput")
                .Where(f => f.Name.StringValue is not ("and" or "or") && f.Type.NamedType() != "String")
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

/// <summary>A field of a `where`: a value with operators, a related record, or a list of related records.</summary>
internal sealed record Term(string Record, string Name, string Input, string? Field)
{
    private const string Operators = "OperationFilterInput",
        List = "ListFilterInputTypeOf",
        Conditions = "FilterInput";

    public bool IsList => Input.StartsWith(List, StringComparison.Ordinal);

    public bool IsValue => Input.EndsWith(Operators, StringComparison.Ordinal);

    /// <summary>The scalar or enumeration that is compared, or the class of the related records.</summary>
    public string Of =>
        IsValue ? Input[..^Operators.Length]
        : IsList ? Input[List.Length..^Conditions.Length]
        : Input[..^Conditions.Length];

    /// <summary>Whether the text is compared regardless of case and spacing; other text is compared exactly.</summary>
    public bool IsNormalised =>
        (Record, Name)
            is
                ("Agency", "name" or "abbreviation")
                or
                ("AgencyTheme", "name")
                or
                ("ComplaintCategory", "name")
                or
                ("Event", "title")
                or
                ("Liaison", "name");

    // The readability grade is nested among other measures, and four terms are told by other fields.
    public string Selection =>
        Name == "ancestor" ? "parent { id }"
        : Name == "hasLiaison" ? "liaison { id }"
        : Name == "outcomeMissing" ? "status setting problemSolvingOutcome { id }"
        : Name == "newest" ? "standard { measurements(last: 1) { nodes { id } } }"
        : Field is null ? "plainLanguage { grade }"
        : IsValue ? Name
        : Field.EndsWith("Connection", StringComparison.Ordinal) ? $"{Name}(first: 100) {{ nodes {{ id }} }}"
        : $"{Name} {{ id }}";
}
