using System.Text.Json;
using Cwa.Tests;
using Snapshooter;
using Snapshooter.Xunit;

namespace Cwa.Graph.Tests;

/// <summary>Each published operation on the sample year gives the same answer on both databases.</summary>
public sealed class OperationTests(SampleServers servers) : IClassFixture<SampleServers>
{
    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Repository.PathOf("schema/operations"), "*.graphql").Order())
            {
                foreach (var provider in new[] { TestDatabase.Sqlite, TestDatabase.PostgreSql })
                    data.Add(Path.GetFileNameWithoutExtension(file), provider);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public async Task Every_published_operation_is_answered(string operation, string provider)
    {
        var server = await servers.OnAsync(provider);

        var data = await server.AskAsync(await TextOf(operation));

        // The same snapshot for both databases. The whole answer is written beside the tests' program.
        var answer = data.WithoutCursorsAndInstants();
        await KeepAsync(answer, $"{operation}.{provider}.json");
        ReadableAnswer.Of(answer).MatchSnapshot(SnapshotNameExtension.Create(operation));
    }

    [SkippableTheory]
    [InlineData("directory", 2, TestDatabase.Sqlite)]
    [InlineData("directory", 2, TestDatabase.PostgreSql)]
    [InlineData("calendar", 3, TestDatabase.Sqlite)]
    [InlineData("calendar", 3, TestDatabase.PostgreSql)]
    [InlineData("deep", 6, TestDatabase.Sqlite)]
    [InlineData("deep", 6, TestDatabase.PostgreSql)]
    [InlineData("complaint-trend", 1, TestDatabase.Sqlite)]
    [InlineData("complaint-trend", 1, TestDatabase.PostgreSql)]
    [InlineData("growing-complaints", 6, TestDatabase.Sqlite)]
    [InlineData("growing-complaints", 6, TestDatabase.PostgreSql)]
    [InlineData("process-changes", 6, TestDatabase.Sqlite)]
    [InlineData("process-changes", 6, TestDatabase.PostgreSql)]
    [InlineData("carry-over", 3, TestDatabase.Sqlite)]
    [InlineData("carry-over", 3, TestDatabase.PostgreSql)]
    [InlineData("reach", 6, TestDatabase.Sqlite)]
    [InlineData("reach", 6, TestDatabase.PostgreSql)]
    [InlineData("department-reach", 4, TestDatabase.Sqlite)]
    [InlineData("department-reach", 4, TestDatabase.PostgreSql)]
    [InlineData("employee-priorities", 4, TestDatabase.Sqlite)]
    [InlineData("employee-priorities", 4, TestDatabase.PostgreSql)]
    [InlineData("unreached-customers", 2, TestDatabase.Sqlite)]
    [InlineData("unreached-customers", 2, TestDatabase.PostgreSql)]
    [InlineData("hard-to-read", 6, TestDatabase.Sqlite)]
    [InlineData("hard-to-read", 6, TestDatabase.PostgreSql)]
    [InlineData("customer-priorities", 6, TestDatabase.Sqlite)]
    [InlineData("customer-priorities", 6, TestDatabase.PostgreSql)]
    [InlineData("problem-progress", 16, TestDatabase.Sqlite)]
    [InlineData("problem-progress", 16, TestDatabase.PostgreSql)]
    [InlineData("findings-without-action", 13, TestDatabase.Sqlite)]
    [InlineData("findings-without-action", 13, TestDatabase.PostgreSql)]
    public async Task An_operation_takes_a_bounded_number_of_statements(string operation, int most, string provider)
    {
        var server = await servers.OnAsync(provider);
        server.Statements.Clear();

        await server.AskAsync(await TextOf(operation));

        Assert.InRange(server.Statements.All.Count, 1, most);
    }

    [Fact]
    public async Task A_page_that_two_fragments_select_is_still_fetched_once_for_all_parents()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        server.Statements.Clear();

        await server.AskAsync(
            """
            { agencies(first: 20) { nodes { ...titles ...days } } }
            fragment titles on Agency { events(first: 2) { nodes { title } } }
            fragment days on Agency { events(first: 2) { nodes { startsOn } } }
            """
        );

        Assert.Equal(2, server.Statements.All.Count);
    }

    [Fact]
    public async Task Selecting_only_the_count_reads_no_page()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        server.Statements.Clear();

        await server.AskAsync("{ events { totalCount } agencies { totalCount } }");

        Assert.Equal(2, server.Statements.All.Count);
    }

    private static Task<string> TextOf(string operation) =>
        File.ReadAllTextAsync(Repository.PathOf($"schema/operations/{operation}.graphql"));

    private static async Task KeepAsync(JsonElement answer, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "answers"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), ReadableAnswer.Whole(answer));
    }
}
