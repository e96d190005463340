using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cwa.Graph.Engine;
using Cwa.Tests;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

/// <summary>Each published mutation on the sample year, by someone who has just the role that it needs.</summary>
public sealed partial class MutationOperationTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private static IEnumerable<string> Names =>
        Directory.GetFiles(Repository.PathOf("schema/operations/mutations"), "*.graphql").Order().Select(file => Path.GetFileNameWithoutExtension(file)!);

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Names)
            {
                foreach (var provider in new[] { TestDatabase.Sqlite, TestDatabase.PostgreSql })
                    data.Add(name, provider);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public async Task Every_published_mutation_is_done(string operation, string provider)
    {
        var server = await servers.OnAsync(provider);
        var text = await TextOf($"{operation}.graphql");
        var variables = await TextOf($"{operation}.json");
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        var roles = MutationsOf(text).SelectMany(name => schema.Mutation!.Fields.Find(name)!.GetMetadata<string[]>(SignedInAttribute.Key)!).Distinct().ToList();
        // Whoever acts for the agencies that the variables name.
        var caller = new SignedInCaller(server, "pat", roles, [.. Abbreviation().Matches(variables).Select(match => match.Groups[1].Value).Distinct()]);

        var data = await caller.AskAsync(text, await FilledInAsync(JsonNode.Parse(variables)!, caller));

        foreach (var mutation in data.EnumerateObject())
        {
            Assert.True(mutation.Value.GetProperty("errors").GetArrayLength() == 0, mutation.Value.ToString());
            Assert.All(mutation.Value.EnumerateObject(), field => Assert.NotEqual(JsonValueKind.Null, field.Value.ValueKind));
        }
    }

    [Fact]
    public async Task Every_mutation_has_an_operation_to_start_from()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        var texts = await Task.WhenAll(Names.Select(name => TextOf($"{name}.graphql")));

        Assert.Equal(schema.Mutation!.Fields.Select(field => field.Name).Order(), texts.SelectMany(MutationsOf).Distinct().Order());
    }

    /// <summary>The variables, with each value that is a query replaced by what it answers.</summary>
    private static async Task<JsonNode?> FilledInAsync(JsonNode? value, SignedInCaller caller)
    {
        switch (value)
        {
            case JsonObject fields:
                var filled = new JsonObject();
                foreach (var (name, field) in fields)
                    filled[name] = await FilledInAsync(field, caller);
                return filled;
            case JsonArray items:
                return new JsonArray(await Task.WhenAll(items.Select(item => FilledInAsync(item, caller))));
            case JsonValue text when text.TryGetValue<string>(out var query) && query.StartsWith("{ ", StringComparison.Ordinal):
                return JsonValue.Create(OnlyValueIn(await caller.AskAsync(query), query));
            default:
                return value?.DeepClone();
        }
    }

    private static string OnlyValueIn(JsonElement answer, string query) => answer.ValueKind switch
    {
        JsonValueKind.Object => OnlyValueIn(answer.EnumerateObject().Single().Value, query),
        JsonValueKind.Array when answer.GetArrayLength() == 1 => OnlyValueIn(answer[0], query),
        JsonValueKind.String => answer.GetString()!,
        _ => throw new InvalidOperationException($"{query} answers no value."),
    };

    private static IEnumerable<string> MutationsOf(string document) => Parser.Parse(document).Definitions
        .OfType<GraphQLOperationDefinition>().SelectMany(operation => operation.SelectionSet.Selections).OfType<GraphQLField>().Select(field => field.Name.StringValue);

    private static Task<string> TextOf(string file) => File.ReadAllTextAsync(Repository.PathOf($"schema/operations/mutations/{file}"));

    [GeneratedRegex("""abbreviation: (?:\{ eq: )?\\"([^"\\]+)""")]
    private static partial Regex Abbreviation();
}
