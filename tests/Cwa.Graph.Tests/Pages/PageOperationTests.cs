using System.Collections;
using System.Reflection;
using System.Text.Json;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;
using Cwa.Graph.Engine;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Pages;

/// <summary>What a page reads is what its published operation answers: no more, no less, and of the same types.</summary>
public sealed class PageOperationTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private static readonly Dictionary<string, Type> Scalars = new()
    {
        ["Boolean"] = typeof(bool),
        ["Date"] = typeof(DateOnly),
        ["DateTime"] = typeof(DateTimeOffset),
        ["Float"] = typeof(double),
        ["ID"] = typeof(string),
        ["Int"] = typeof(int),
        ["Long"] = typeof(long),
        ["String"] = typeof(string),
        ["YearMonth"] = typeof(Month),
    };

    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string, Type> Answers
    {
        get
        {
            var data = new TheoryData<string, Type>();
            foreach (var type in typeof(Operations).Assembly.GetTypes())
            {
                if (type.GetCustomAttribute<OperationAttribute>() is { } operation)
                    data.Add(operation.Name, type);
            }

            return data;
        }
    }

    // The page's script follows the subscription, and reads only its cursor.
    [Fact]
    public void Every_published_operation_of_a_page_is_read_by_one_record() =>
        Assert.Equal(
            Directory
                .GetFiles(Repository.PathOf("schema/operations/page"), "*.graphql")
                .Where(file => !File.ReadAllText(file).Contains("\nsubscription ", StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal),
            Answers.Select(row => (string)row[0]).Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_record_holds_exactly_what_its_operation_selects(string operation, Type record)
    {
        var server = await servers.OnAsync(Cwa.Tests.TestDatabase.Sqlite);
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        var document = Parser.Parse(Operations.TextOf(operation));
        var definition = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var root = definition.Operation == OperationType.Mutation ? schema.Mutation! : schema.Query!;

        var published = new Published(schema, document.Definitions.OfType<GraphQLFragmentDefinition>());
        Assert.Empty(Differences(published, definition.SelectionSet, root, record, operation));
    }

    public static TheoryData<string, string> Parts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (operation, type) in Answers.Select(row => ((string)row[0], (Type)row[1])))
            {
                foreach (var part in type.GetCustomAttribute<OperationAttribute>()!.Parts)
                    data.Add(operation, part);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_without_which_a_page_shows_the_rest_can_be_left_out(string operation, string part)
    {
        var document = Parser.Parse(OperationText.Without(Operations.TextOf(operation), [part]));
        var definition = document.Definitions.OfType<GraphQLOperationDefinition>().Single();

        Assert.Equal([part], LeftOut(definition.SelectionSet, ""));
    }

    private static IEnumerable<string> LeftOut(GraphQLSelectionSet? selected, string above) =>
        (selected?.Selections.OfType<GraphQLField>() ?? []).SelectMany(field =>
        {
            var name = above + (field.Alias?.Name ?? field.Name).StringValue;
            var inner = LeftOut(field.SelectionSet, name + ".");
            return field.Directives?.Any(directive => directive.Name == "skip") == true ? inner.Prepend(name) : inner;
        });

    private static IEnumerable<string> Differences(
        Published published,
        GraphQLSelectionSet selected,
        IGraphType type,
        Type record,
        string at,
        bool mayBeMissing = false
    )
    {
        var properties = record
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));
        var seen = new HashSet<string>();
        foreach (var (field, on, isConditional) in Fields(published, selected, type))
        {
            var name = (field.Alias?.Name ?? field.Name).StringValue;
            seen.Add(name);
            if (!properties.TryGetValue(name, out var property))
                yield return $"{at}.{name} is selected, but no property reads it";
            else if (name != "__typename")
            {
                var definition = ((IComplexGraphType)on).GetField(field.Name)!;
                foreach (
                    var difference in Differences(
                        published,
                        field,
                        definition.ResolvedType!,
                        property.PropertyType,
                        Nullability.Create(property),
                        $"{at}.{name}",
                        isConditional || mayBeMissing
                    )
                )
                    yield return difference;
            }
        }

        foreach (var unread in properties.Keys.Except(seen))
            yield return $"{at}.{unread} is a property, but is not selected";
    }

    private static IEnumerable<string> Differences(
        Published published,
        GraphQLField field,
        IGraphType type,
        Type property,
        NullabilityInfo nullability,
        string at,
        bool mayBeMissing
    )
    {
        var isNullable = type is not NonNullGraphType || mayBeMissing;
        type = type is NonNullGraphType { ResolvedType: { } inner } ? inner : type;
        var isReadAsNullable = nullability.ReadState == NullabilityState.Nullable;
        if (isNullable != isReadAsNullable)
            yield return $"{at} {(isNullable ? "may" : "can never")} be null";

        property = Nullable.GetUnderlyingType(property) ?? property;
        if (type is ListGraphType list)
        {
            if (!property.IsGenericType || !property.IsAssignableTo(typeof(IEnumerable)))
                yield return $"{at} is a list";
            else
            {
                foreach (
                    var difference in Differences(
                        published,
                        field,
                        list.ResolvedType!,
                        property.GetGenericArguments()[0],
                        nullability.GenericTypeArguments[0],
                        at + "[]",
                        mayBeMissing: false
                    )
                )
                    yield return difference;
            }
        }
        else if (type is EnumerationGraphType enumeration)
        {
            // Codes that need no word of the page's own, such as those of states, are read as text.
            var read =
                property.IsEnum ? Enum.GetNames(property).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)
                : property == typeof(string) ? enumeration.Values.Select(v => v.Name)
                : [];
            foreach (var value in enumeration.Values.Select(v => v.Name).Except(read))
                yield return $"{at} may be {value}";
        }
        else if (type is ScalarGraphType)
        {
            if (property != Scalars[type.Name])
                yield return $"{at} is {type.Name}, and is read as {property.Name}";
        }
        else
        {
            foreach (var difference in Differences(published, field.SelectionSet!, type, property, at))
                yield return difference;
        }
    }

    // A field of a fragment is missing from an object of another type.
    private static IEnumerable<(GraphQLField Field, IGraphType On, bool IsConditional)> Fields(
        Published published,
        GraphQLSelectionSet selected,
        IGraphType type
    )
    {
        foreach (var selection in selected.Selections)
        {
            if (selection is GraphQLField field)
                yield return (field, type, false);
            else
            {
                var (condition, inside) = published.FragmentOf(selection);
                var on = condition is null ? type : published.Schema.AllTypes[condition.Type.Name.StringValue]!;
                foreach (var inner in Fields(published, inside, on))
                    yield return inner with
                    {
                        IsConditional = on != type,
                    };
            }
        }
    }

    /// <summary>The schema, and the fragments of one operation.</summary>
    private sealed record Published(ISchema Schema, IEnumerable<GraphQLFragmentDefinition> Fragments)
    {
        /// <summary>What a selection that is no field adds, and on which type.</summary>
        public (GraphQLTypeCondition? Condition, GraphQLSelectionSet Selected) FragmentOf(ASTNode selection) =>
            selection switch
            {
                GraphQLInlineFragment inline => (inline.TypeCondition, inline.SelectionSet),
                GraphQLFragmentSpread spread
                    when Fragments.First(f => f.FragmentName.Name == spread.FragmentName.Name) is var named => (
                    named.TypeCondition,
                    named.SelectionSet
                ),
                _ => throw new NotSupportedException($"{selection.Kind}"),
            };
    }
}
