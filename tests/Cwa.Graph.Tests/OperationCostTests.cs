using System.Text.Json;
using Cwa.Tests;
using GraphQLParser;
using GraphQLParser.AST;

namespace Cwa.Graph.Tests;

/// <summary>
/// Each published query is one request within the limits of the caller it is written for: of anybody, if it asks only
/// for what is public, and of NPR otherwise.
/// </summary>
public sealed class OperationCostTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const int PublicCost = 1_000,
        SignedInCost = 5_000;

    // The widest that a page asks for.
    private static readonly Dictionary<string, object> Values = new()
    {
        ["abbreviation"] = "SSA",
        ["changesWhere"] = new { },
        ["abbreviations"] = new[] { "SSA", "IRS" },
        ["asOf"] = "1998-11-16",
        ["firstDay"] = "1998-11-01",
        ["fromDay"] = "1998-11-01",
        ["growsFrom"] = "1998-08",
        ["isDraft"] = false,
        ["isFirst"] = true,
        ["lastDay"] = "1998-11-30",
        ["liaisons"] = new { },
        ["month"] = "1998-11",
        ["monthWhere"] = new { startsOn = new { gte = "1998-11-01", lte = "1998-11-30" } },
        ["newYear"] = "1998-01-01",
        ["order"] = Array.Empty<object>(),
        ["text"] = "We answer every letter within five days.",
        ["agencies"] = new { },
        ["by"] = "DEPARTMENT",
        ["complaints"] = new { },
        ["days"] = new { },
        ["firstMonth"] = "1998-03",
        ["lastMonth"] = "1998-10",
        ["listed"] = new { },
        ["outcomes"] = new { },
        ["problems"] = new { },
        ["unsolved"] = new { },
        ["untold"] = new { },
        ["toDay"] = "1998-11-30",
        ["today"] = "1998-11-16",
        ["where"] = new { },
        ["without"] = new { },
        ["year"] = 1998,
        ["yearBefore"] = 1997,
        ["yearEnd"] = "1998-12-31",
    };

    public static TheoryData<string> Queries =>
        [
            .. Directory
                .GetFiles(Repository.PathOf("schema/operations"), "*.graphql", SearchOption.AllDirectories)
                .Where(file => Parsed(File.ReadAllText(file)).Operation == OperationType.Query)
                .Select(file => Path.GetRelativePath(Repository.PathOf("schema/operations"), file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_published_query_is_one_request_within_the_limits_of_its_caller(string file)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var text = await File.ReadAllTextAsync(Repository.PathOf($"schema/operations/{file}"));
        var variables = await VariablesAsync(server, Parsed(text));

        var answer = await server.Public.SendAsync(text, variables);
        var isPublic = CodeOf(answer) != "UNAUTHENTICATED";
        if (!isPublic)
            answer = await server.SendAsync(text, variables);

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var cost = answer.GetProperty("extensions").GetProperty("cost");
        Assert.Equal(isPublic ? PublicCost : SignedInCost, cost.GetProperty("most").GetInt32());
        Assert.InRange(cost.GetProperty("objects").GetInt32(), 0, isPublic ? PublicCost : SignedInCost);
    }

    [Fact]
    public async Task The_first_questions_that_the_schema_names_are_answered_to_anybody()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var schema = await server.Public.AskAsync("{ __schema { queryType { description } } }");
        var questions = schema
            .GetProperty("__schema")
            .GetProperty("queryType")
            .Text("description")!
            .Split('`')
            .Where(part => part.StartsWith("{ ", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(3, questions.Count);
        foreach (var question in questions)
            Assert.NotEqual(
                0,
                (await server.Public.AskAsync(question))
                    .EnumerateObject()
                    .Single()
                    .Value.GetProperty("nodes")
                    .GetArrayLength()
            );
    }

    private static GraphQLOperationDefinition Parsed(string text) =>
        Parser.Parse(text).Definitions.OfType<GraphQLOperationDefinition>().Single();

    private static async Task<Dictionary<string, object>> VariablesAsync(
        CwaServer server,
        GraphQLOperationDefinition operation
    )
    {
        var variables = new Dictionary<string, object>();
        foreach (var variable in operation.Variables ?? Enumerable.Empty<GraphQLVariableDefinition>())
        {
            if (variable.Type is not GraphQLNonNullType { Type: var type } || variable.DefaultValue is not null)
                continue;

            var name = variable.Variable.Name.StringValue;
            variables[name] = (name, (type as GraphQLNamedType)?.Name.StringValue) switch
            {
                ("from" or "firstFull", "YearMonth") => "1998-01",
                ("to" or "lastFull", "YearMonth") => "1998-12",
                ("from", _) => "1998-01-01",
                ("to", _) => "1998-11-16",
                ("id", _) => await ReportAsync(server),
                _ => Values[name],
            };
        }

        return variables;
    }

    private static async Task<string> ReportAsync(CwaServer server) =>
        (await server.AskAsync("{ monthlyReports(first: 1) { nodes { id } } }"))
            .GetProperty("monthlyReports")
            .GetProperty("nodes")[0]
            .Text("id")!;

    private static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").Text("code") : null;
}
