using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cwa.Graph.Engine;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

/// <summary>A mutation of schema/operations, with the variables that go with it on the sample year.</summary>
/// <param name="Text">The operation.</param>
/// <param name="Variables">Its variables as JSON, in which a query stands for its answer.</param>
public sealed partial record PublishedMutation(string Text, string Variables)
{
    private static string Folder => Repository.PathOf("schema/operations/mutations");

    /// <summary>The names of the published mutations.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.graphql").Order().Select(file => Path.GetFileNameWithoutExtension(file)!);

    public static async Task<PublishedMutation> ReadAsync(string name) =>
        new(
            await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.graphql")),
            await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json"))
        );

    /// <summary>The fields of Mutation that it selects.</summary>
    public IEnumerable<string> Mutations =>
        Parser
            .Parse(Text)
            .Definitions.OfType<GraphQLOperationDefinition>()
            .SelectMany(operation => operation.SelectionSet.Selections)
            .OfType<GraphQLField>()
            .Select(f => f.Name.StringValue);

    /// <summary>A caller with only the roles that it needs, who acts for the agencies in the variables.</summary>
    public SignedInCaller CallerOf(CwaServer server)
    {
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        var roles = Mutations
            .SelectMany(name => schema.Mutation!.Fields.Find(name)!.GetMetadata<string[]>(SignedInAttribute.Key)!)
            .Distinct();
        return new(
            server,
            "pat",
            [.. roles],
            [.. Abbreviation().Matches(Variables).Select(match => match.Groups[1].Value).Distinct()]
        );
    }

    /// <summary>The variables, with each query replaced by its answer.</summary>
    public async Task<JsonNode> VariablesAsync(SignedInCaller caller) =>
        (await FilledInAsync(JsonNode.Parse(Variables)!, caller))!;

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
            case JsonValue text
                when text.TryGetValue<string>(out var query) && query.StartsWith("{ ", StringComparison.Ordinal):
                return JsonValue.Create(OnlyValueIn(await caller.AskAsync(query), query));
            default:
                return value?.DeepClone();
        }
    }

    private static string OnlyValueIn(JsonElement answer, string query) =>
        answer.ValueKind switch
        {
            JsonValueKind.Object => OnlyValueIn(answer.EnumerateObject().Single().Value, query),
            JsonValueKind.Array when answer.GetArrayLength() == 1 => OnlyValueIn(answer[0], query),
            JsonValueKind.String => answer.GetString()!,
            _ => throw new InvalidOperationException($"{query} answers no value."),
        };

    [GeneratedRegex("""abbreviation: (?:\{ eq: )?\\"([^"\\]+)""")]
    private static partial Regex Abbreviation();
}
