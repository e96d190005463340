using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Tests;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>
/// Reading and writing only what a document asks for gives the same answer as reading whole records and writing each
/// value on its own. `CWA_DOCUMENTS` is the number of documents on each database; up to twice as many are asked while
/// there is a type of which no field was asked for.
/// </summary>
public sealed class TwoPathsTests(TwoPathServers servers, ITestOutputHelper output) : IClassFixture<TwoPathServers>
{
    private const int MostDraws = 50,
        BetweenDatabases = 500;

    private static readonly int Seed = Setting("CWA_SEED", usual: 0),
        Documents = Setting("CWA_DOCUMENTS", usual: 250);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_random_document_has_the_same_answer_on_the_planned_and_on_the_plain_path(string provider)
    {
        var server = await servers.OnAsync(provider);
        var schema = server.Services.GetRequiredService<GraphSchema>();
        schema.Initialize();
        var values = await RealValues.OfAsync(server, schema);
        var callers = SomeCaller.Kinds(values);
        var first = Seed + (provider == TestDatabase.Sqlite ? 0 : BetweenDatabases);
        var (fields, different) = (new HashSet<string>(), new List<string>());
        var (refused, withRecords) = (0, 0);

        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var types = WholeRecordTests.TypesOf(schema, db.Model).ToList();
        var i = 0;
        for (; i < Documents || (i < 2 * Documents && types.Exists(IsUnasked)); i++)
        {
            var random = new Random(first + i);
            var caller = callers[random.Next(callers.Count)];
            for (var draw = 0; draw < MostDraws; draw++)
            {
                var drawn = RandomDocument.Draw(random, schema, values, caller);
                var planned = await AskAsync(server, caller, drawn);
                var plain = await AskAsync(server, caller, drawn, isPlain: true);
                if (planned != plain || planned.Contains(ErrorCodes.InternalServerError, StringComparison.Ordinal))
                    different.Add(
                        $"CWA_SEED={Seed + i}, {caller.Name}: {drawn.Text}\n{drawn.Variables.ToJsonString()}\n"
                            + $"planned {From(planned, plain)}\nplain   {From(plain, planned)}"
                    );
                if (!planned.Contains("\"data\":", StringComparison.Ordinal))
                {
                    output.WriteLine($"{caller.Name}: {planned}");
                    refused++;
                    continue;
                }

                fields.UnionWith(drawn.Fields);
                withRecords += HasRecords(planned) ? 1 : 0;
                break;
            }
        }

        output.WriteLine($"{refused} were refused; {withRecords} of {i} found records.");
        Assert.True(different is [], $"{different.Count} differ.\n{string.Join("\n\n", different.Take(5))}");
        Assert.InRange(withRecords, i / 2, i);
        var missing = types
            .SelectMany(type => type.Fields.Select(field => $"{type.Name}.{field.Name}"))
            .Where(field => !fields.Contains(field))
            .ToList();
        var all = types.Sum(type => type.Fields.Count);
        output.WriteLine($"Of {all} fields, these were not asked for: {string.Join(", ", missing)}");
        Assert.InRange(missing.Count, 0, all / 10);
        Assert.DoesNotContain(types, IsUnasked);

        bool IsUnasked(IObjectGraphType type) =>
            type.Fields.All(field => !fields.Contains($"{type.Name}.{field.Name}"));
    }

    [Fact]
    public async Task Only_the_plain_path_reads_what_the_document_does_not_ask_for()
    {
        const string column = "description";
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var caller = new SomeCaller("a developer on this machine", [], null);
        var document = new DrawnDocument("{ events(first: 1) { nodes { title } } }", [], new HashSet<string>());

        server.Statements.Clear();
        await AskAsync(server, caller, document);
        Assert.DoesNotContain(server.Statements.All, sql => sql.Contains(column, StringComparison.Ordinal));
        await AskAsync(server, caller, document, isPlain: true);
        Assert.Contains(server.Statements.All, sql => sql.Contains(column, StringComparison.Ordinal));
    }

    private static async Task<string> AskAsync(
        CwaServer server,
        SomeCaller caller,
        DrawnDocument document,
        bool isPlain = false
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = document.Text, variables = document.Variables }),
        };
        if (caller.Token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (caller.IsFar)
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        if (isPlain)
            request.Headers.Add(TwoPathServers.PlainHeader, "yes");
        using var response = await server.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var set) ? set : usual;

    private static bool HasRecords(string answer) => answer.Contains("[{", StringComparison.Ordinal);

    /// <summary>An answer from shortly before the place where another differs.</summary>
    private static string From(string answer, string other)
    {
        var same = answer.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return "…" + answer[Math.Max(0, same - 200)..Math.Min(answer.Length, same + 200)];
    }
}
