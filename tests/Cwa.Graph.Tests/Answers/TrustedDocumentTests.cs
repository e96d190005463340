using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Answers;

public sealed class TrustedDocumentTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Unknown = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly string Folder = Repository.PathOf("schema/operations");

    private static readonly string Directory = File.ReadAllText(Path.Combine(Folder, "directory.graphql"));

    [Fact]
    public async Task Every_published_operation_has_an_id()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var files = System.IO.Directory.GetFiles(Folder, "*.graphql", SearchOption.AllDirectories);

        Assert.True(files.Length > 80);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file);
            var answer = await server.Client.PostAsync(new { documentId = IdOf(text), operationName = "Nobody" });

            // The document was found: only its operation was not.
            Assert.True(answer.Code == ErrorCodes.OperationNotFound, $"{file}: {answer.Text}");
        }
    }

    [Fact]
    public async Task A_document_is_run_by_its_id_over_every_transport()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var told = (await server.Client.PostAsync(new { query = Directory })).Succeeds().Data.ToString();
        var id = IdOf(Directory);
        var apollo = new { persistedQuery = new { version = 1, sha256Hash = id["sha256:".Length..] } };

        var posted = await server.Client.PostAsync(new { documentId = id });
        var extended = await server.Client.PostAsync(new { extensions = apollo });
        var got = await Answer.OfAsync(await server.Client.GetAsync("/graphql?documentId=" + id));
        var named = await Answer.OfAsync(
            await server.Client.GetAsync(
                "/graphql?extensions=" + Uri.EscapeDataString(JsonSerializer.Serialize(apollo))
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?documentId=" + id);
        request.Headers.Add("Accept", "text/event-stream");
        var streamed = await Answer.OfAsync(await server.Client.SendAsync(request));
        using var socket = await (await server.OpenSocketAsync()).InitAsync();
        await socket.SendAsync(
            new
            {
                type = "subscribe",
                id = "q",
                payload = new { documentId = id },
            }
        );
        var next = (await socket.NextAsync()).Payload.GetProperty("data").ToString();

        Assert.All([posted, extended, got, named], answer => Assert.Equal(told, answer.Succeeds().Data.ToString()));
        Assert.Contains(told, streamed.Text, StringComparison.Ordinal);
        Assert.Equal(told, next);
    }

    [Theory]
    [InlineData("{\"documentId\":\"" + Unknown + "\"}", ErrorCodes.DocumentNotFound)]
    [InlineData("{\"documentId\":\"directory\"}", ErrorCodes.BadRequest)]
    [InlineData("{\"documentId\":\"\"}", ErrorCodes.BadRequest)]
    [InlineData("{\"documentId\":7}", ErrorCodes.BadRequest)]
    [InlineData("{\"query\":\"{ __typename }\",\"documentId\":\"" + Unknown + "\"}", ErrorCodes.BadRequest)]
    public async Task An_id_that_is_none_or_unknown_is_refused(string body, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.Client.PostAsync(JsonDocument.Parse(body).RootElement);

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task The_public_may_be_limited_to_trusted_documents()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("cwa-documents-");
        const string Further = "{ agencies { totalCount } }";
        System.IO.Directory.CreateDirectory(Path.Combine(folder.FullName, "below"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "below", "count.graphql"), Further);
        await using var server = await CwaServer.StartAsync(
            settings: [("Documents:PublicRunsTrustedOnly", "true"), ("Documents:Folder", folder.FullName)]
        );
        var signedIn = server.AsReviewer();
        // A proxy's header makes it a stranger and not the developer of this machine.
        server.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");

        var own = await server.Client.PostAsync(new { query = "{ agencies { nodes { name } } }" });
        var introspected = await server.Client.PostAsync(new { query = "{ __schema { queryType { name } } }" });
        var byId = await server.Client.PostAsync(new { documentId = IdOf(Further) });
        var byText = await server.Client.PostAsync(new { query = Further });
        var memorandum = await File.ReadAllTextAsync(Path.Combine(Folder, "memorandum.graphql"));
        var published = await server.Client.PostAsync(new { documentId = IdOf(memorandum) });
        var reviewed = await server.Client.PostAsync(new { query = "{ agencies { nodes { name } } }" }, signedIn.Token);
        var page = await server.Client.GetAsync("/events");
        folder.Delete(recursive: true);

        Assert.All([own, introspected], answer => Assert.Equal(ErrorCodes.DocumentNotTrusted, answer.Code));
        Assert.Contains("documentId", own.Message, StringComparison.Ordinal);
        Assert.All([byId, byText, published, reviewed], answer => answer.Succeeds());
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Clients_register_documents_only_if_the_operator_lets_them_and_only_so_many()
    {
        await using var server = await CwaServer.StartAsync(settings: ("Documents:Registered", "3"));

        var asked = await server.Client.PostAsync(Named("{ __typename }"));
        var sent = await server.Client.PostAsync(Named("{ __typename }", isText: true));
        var again = await server.Client.PostAsync(Named("{ __typename }"));
        for (var i = 0; i < 50; i++)
            await server.Client.PostAsync(Named($"{{ a{i}: __typename }}", isText: true));
        var known = 0;
        for (var i = 0; i < 50; i++)
            known += (await server.Client.PostAsync(Named($"{{ a{i}: __typename }}"))).Code == "" ? 1 : 0;

        Assert.Equal((ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound"), (asked.Code, asked.Message));
        Assert.All([sent, again], answer => answer.Succeeds());
        Assert.InRange(known, 1, 3);
    }

    private static object Named(string text, bool isText = false)
    {
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = DocumentHash.Of(text) } };
        return isText ? new { query = text, extensions } : new { extensions };
    }

    private static string IdOf(string text) => "sha256:" + DocumentHash.Of(text);
}
