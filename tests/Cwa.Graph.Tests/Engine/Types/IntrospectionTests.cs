using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cwa.Graph.Tests.Engine;

public sealed class IntrospectionTests(Library library) : IClassFixture<Library>
{
    private const string Everything = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated
              deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue {
          name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
        }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    [Fact]
    public async Task A_client_may_introspect_everything_at_once()
    {
        var types = (await library.AskAsync(Everything))
            .Succeeds()
            .At("__schema.types")
            .EnumerateArray()
            .ToDictionary(t => t.GetProperty("name").GetString()!);

        Assert.True(types["BookKey"].GetProperty("isOneOf").GetBoolean());
        Assert.True(types["BookSortInput"].GetProperty("isOneOf").GetBoolean());
        Assert.False(types["BookFilterInput"].GetProperty("isOneOf").GetBoolean());
        Assert.StartsWith(
            "https://",
            types["Date"].GetProperty("specifiedByURL").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(JsonValueKind.Null, types["Int"].GetProperty("specifiedByURL").ValueKind);
        Assert.Contains(
            types["Node"].GetProperty("possibleTypes").EnumerateArray(),
            t => t.GetProperty("name").GetString() == "Book"
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("Librarian")]
    public async Task A_type_that_there_is_not_is_null(string name)
    {
        var answer = (await library.AskAsync($$"""{ __type(name: "{{name}}") { name } }""")).Succeeds();

        Assert.Equal(JsonValueKind.Null, answer.At("__type").ValueKind);
    }

    [Fact]
    public async Task A_deprecated_input_is_shown_only_on_request()
    {
        var answer = (
            await library.AskAsync(
                """
                { __type(name: "LendInput") { all: inputFields(includeDeprecated: true) { name deprecationReason }
                  rest: inputFields { name } } }
                """
            )
        ).Succeeds();

        Assert.Equal(["days", "until"], answer.Texts("__type.all", "name").Order());
        Assert.Equal(["", "Use days."], answer.Texts("__type.all", "deprecationReason").Order());
        Assert.Equal(["days"], answer.Texts("__type.rest", "name"));
    }

    [Fact]
    public async Task Every_type_and_field_and_argument_and_value_is_described()
    {
        var schema = (await library.AskAsync(Everything)).Succeeds().At("__schema");
        var silent = new List<string>();

        foreach (
            var type in schema
                .GetProperty("types")
                .EnumerateArray()
                .Where(t => !IsOfTheEngine(t.GetProperty("name").GetString()!))
        )
        {
            Look(type, "");
            foreach (var list in new[] { "fields", "inputFields", "enumValues" })
            {
                foreach (var item in Items(type, list))
                {
                    Look(item, type.GetProperty("name").GetString() + ".");
                    foreach (var argument in list == "fields" ? Items(item, "args") : [])
                        Look(
                            argument,
                            $"{type.GetProperty("name").GetString()}.{item.GetProperty("name").GetString()}."
                        );
                }
            }
        }

        Assert.Empty(silent);

        void Look(JsonElement item, string owner)
        {
            if (item.GetProperty("description").GetString() is not { Length: > 0 })
                silent.Add(owner + item.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task The_printed_schema_says_what_introspection_says()
    {
        var sdl = await library.Client.GetStringAsync("/graphql?sdl");

        Assert.Matches(new Regex("scalar Date @specifiedBy\\(url: \"https://"), sdl);
        Assert.Contains("input BookKey @oneOf", sdl, StringComparison.Ordinal);
        Assert.Contains("@deprecated(reason: \"Use days.\")", sdl, StringComparison.Ordinal);
        Assert.Contains("days: Int! = 14", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("isHidden", sdl, StringComparison.Ordinal);
        Assert.DoesNotContain("authorId", sdl, StringComparison.Ordinal);
    }

    private static bool IsOfTheEngine(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) || name is "Int" or "String" or "Boolean" or "ID" or "Float";

    private static IEnumerable<JsonElement> Items(JsonElement of, string list) =>
        of.GetProperty(list) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
