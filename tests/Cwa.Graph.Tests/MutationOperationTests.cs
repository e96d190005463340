using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

/// <summary>Each published mutation on the sample year, sent by a caller with only the role that it needs.</summary>
public sealed class MutationOperationTests(WrittenSampleServers servers) : IClassFixture<WrittenSampleServers>
{
    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in PublishedMutation.Names)
            {
                foreach (var provider in new[] { TestDatabase.Sqlite, TestDatabase.PostgreSql })
                    data.Add(name, provider);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public async Task Every_published_mutation_succeeds(string operation, string provider)
    {
        var server = await servers.OnAsync(provider);
        var published = await PublishedMutation.ReadAsync(operation);
        var caller = published.CallerOf(server);

        var data = await caller.AskAsync(published.Text, await published.VariablesAsync(caller));

        foreach (var mutation in data.EnumerateObject())
        {
            Assert.True(mutation.Value.GetProperty("errors").GetArrayLength() == 0, mutation.Value.ToString());
            Assert.All(
                mutation.Value.EnumerateObject(),
                field => Assert.NotEqual(JsonValueKind.Null, field.Value.ValueKind)
            );
        }
    }

    [Fact]
    public async Task Every_mutation_has_an_operation_to_start_from()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        var published = await Task.WhenAll(PublishedMutation.Names.Select(PublishedMutation.ReadAsync));

        Assert.Equal(
            schema.Mutation!.Fields.Select(field => field.Name).Order(),
            published.SelectMany(p => p.Mutations).Distinct().Order()
        );
    }
}
