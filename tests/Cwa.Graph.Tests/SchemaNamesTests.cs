using System.Text.RegularExpressions;
using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Tests;

/// <summary>Names in the published schema follow the same rules everywhere.</summary>
public sealed partial class SchemaNamesTests
{
    private static readonly IReadOnlyList<GraphQLTypeDefinition> Types =
    [
        .. Parser
            .Parse(File.ReadAllText(Repository.PathOf("schema/cwa.graphql")))
            .Definitions.OfType<GraphQLTypeDefinition>(),
    ];

    private static readonly IReadOnlyList<Member> Members = [.. Types.SelectMany(Member.Of)];

    [Fact]
    public void Names_in_On_are_days_and_names_in_At_are_instants() =>
        Assert.Empty(
            Breaking(m =>
                !m.IsOrder
                && m.Name switch
                {
                    "asOf" => m.Scalar != "Date",
                    var name when name.EndsWith("On", StringComparison.Ordinal) => m.Scalar != "Date",
                    var name when name.EndsWith("At", StringComparison.Ordinal) => m.Scalar != "DateTime",
                    var name when name.EndsWith("AsOf", StringComparison.Ordinal) => m.Scalar != "DateTime",
                    _ => false,
                }
            )
        );

    [Fact]
    public void Days_and_instants_have_names_in_On_and_At() =>
        Assert.Empty(
            Breaking(m =>
                m.Scalar switch
                {
                    _ when m.IsOperator => false,
                    "Date" => !DayName().IsMatch(m.Name),
                    "DateTime" => !InstantName().IsMatch(m.Name),
                    _ => false,
                }
            )
        );

    [Fact]
    public void Names_of_inputs_and_only_those_end_in_Input() =>
        Assert.Equal(
            Types.OfType<GraphQLInputObjectTypeDefinition>().Select(t => t.Name.StringValue),
            NamesEndingIn("Input")
        );

    [Fact]
    public void Names_of_conditions_and_orders_end_in_FilterInput_and_SortInput()
    {
        var conditions = Members
            .Where(m => m.Name is "where" or "and" or "or")
            .Select(m => m.Type.NamedType())
            .Distinct();
        var orders = Members.Where(m => m.Name == "order").Select(m => m.Type.NamedType()).Distinct();

        Assert.All(conditions, name => Assert.EndsWith("FilterInput", name));
        Assert.All(orders, name => Assert.EndsWith("SortInput", name));
    }

    [Fact]
    public void Mutations_and_only_mutations_return_a_Payload()
    {
        var answers = Fields("Mutation").Select(m => m.Type.NamedType()).Order();

        Assert.Equal(NamesEndingIn("Payload").Order(), answers);
    }

    [Fact]
    public void Fields_return_objects_and_not_their_keys() =>
        // What is read to be sent has the shape of inputs.
        Assert.Empty(
            Breaking(m =>
                m.IsOutput
                && m.Name.EndsWith("Id", StringComparison.Ordinal)
                && !m.Owner.EndsWith("ToSend", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Fields_named_id_are_of_type_ID_and_no_others_are() =>
        Assert.Empty(Breaking(m => IdName().IsMatch(m.Name) != (m.Type.NamedType() == "ID")));

    [Fact]
    public void No_description_merely_repeats_a_name()
    {
        var repeating =
            from type in Types
            where Repeats(type.Description, type.Name.StringValue)
            select type.Name.StringValue;
        var repeatingMembers = Breaking(m => Repeats(m.Description, m.Owner, m.Name, m.Type.NamedType()));
        var repeatingValues =
            from type in Types.OfType<GraphQLEnumTypeDefinition>()
            from value in type.Values!
            where Repeats(value.Description, type.Name.StringValue, value.Name.StringValue)
            select $"{type.Name.StringValue}.{value.Name.StringValue}";

        Assert.Empty(repeating.Concat(repeatingMembers).Concat(repeatingValues));
    }

    private static IEnumerable<string> Breaking(Func<Member, bool> breaks) =>
        Members.Where(breaks).Select(m => m.ToString());

    private static IEnumerable<string> NamesEndingIn(string suffix) =>
        Types.Select(t => t.Name.StringValue).Where(name => name.EndsWith(suffix, StringComparison.Ordinal));

    private static IEnumerable<Member> Fields(string type) => Members.Where(m => m.Owner == type);

    private static bool Repeats(GraphQLDescription? description, params string[] names)
    {
        var said = names.SelectMany(Words).ToHashSet();
        return description is null || Words(description.Value.ToString()).All(said.Contains);
    }

    // Singular and plural are the same word, and joining words are ignored.
    private static IEnumerable<string> Words(string text) =>
        Word()
            .Matches(text)
            .Select(word => word.Value.ToLowerInvariant())
            .Where(word => !Joining.Contains(word))
            .Select(word => word.TrimEnd('s'));

    private static readonly HashSet<string> Joining =
    [
        .. "a an the of its their is are s in this that it by".Split(' '),
    ];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex("(On|From|To)$|^(asOf|from|to|since|today|day)$")]
    private static partial Regex DayName();

    [GeneratedRegex("(At|Since|AsOf)$|^(at|now)$")]
    private static partial Regex InstantName();

    [GeneratedRegex("(^i|I)ds?$")]
    private static partial Regex IdName();

    /// <summary>A field, an argument or an input field.</summary>
    private sealed record Member(
        string Owner,
        string Name,
        GraphQLType Type,
        GraphQLDescription? Description,
        bool IsOutput = false
    )
    {
        /// <summary>The scalar of its type; for a condition, the scalar that it compares.</summary>
        public string Scalar => Type.NamedType().Replace("OperationFilterInput", "", StringComparison.Ordinal);

        public bool IsOperator => Owner.EndsWith("OperationFilterInput", StringComparison.Ordinal);

        // An order only has a direction.
        public bool IsOrder => Type.NamedType() == "SortEnumType";

        public static IEnumerable<Member> Of(GraphQLTypeDefinition type)
        {
            var owner = type.Name.StringValue;
            foreach (var field in (type as IHasFieldsDefinitionNode)?.Fields?.Items ?? [])
            {
                yield return new(owner, field.Name.StringValue, field.Type, field.Description, IsOutput: true);
                var place = $"{owner}.{field.Name.StringValue}";
                foreach (var argument in field.Arguments?.Items ?? [])
                    yield return new(place, argument.Name.StringValue, argument.Type, argument.Description);
            }

            foreach (var field in (type as GraphQLInputObjectTypeDefinition)?.Fields?.Items ?? [])
                yield return new(owner, field.Name.StringValue, field.Type, field.Description);
        }

        public override string ToString() => $"{Owner}.{Name}";
    }
}

internal static class TypeReferences
{
    /// <summary>The named type inside lists and non-null types.</summary>
    public static string NamedType(this GraphQLType type) =>
        type switch
        {
            GraphQLNonNullType required => required.Type.NamedType(),
            GraphQLListType list => list.Type.NamedType(),
            var named => ((GraphQLNamedType)named).Name.StringValue,
        };
}
