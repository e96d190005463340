using System.Net.Sockets;
using System.Text;
using Cwa.Graph.Tests.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Importing;

namespace Cwa.Graph.Tests;

public sealed class InterruptedImportTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Row =
        "SSA,1998-04,Town hall,We "
        + "listen.,1998-04-14,FACE_TO_FACE,TOWN_HALL,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,PLACE,CA,,";

    [Fact]
    public async Task An_interrupted_upload_writes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var server = await LiveServer.StartAsync([
            ("ConnectionStrings:Cwa", database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ]);
        var csv = Events(Row);
        var half = new TcpClient();
        await half.ConnectAsync(server.Address.Host, server.Address.Port);
        await half.GetStream()
            .WriteAsync(
                Encoding.UTF8.GetBytes(
                    $"{Head(server, "/import/events", "text/csv")}Content-Length: {csv.Length + 200}\r\n\r\n{csv}"
                )
            );
        // Cut at the end of a row, where the file could also have ended.
        half.Dispose();

        var chunks = await SendAsync(
            server,
            $"{Head(server, "/import/events", "text/csv")}Transfer-Encoding: "
                + $"chunked\r\n\r\n{csv.Length:x}\r\n{csv}\r\nnonsense\r\n"
        );
        var query = await SendAsync(
            server,
            $"{Head(server, "/graphql", "application/json")}Transfer-Encoding: chunked\r\n\r\nnonsense\r\n"
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import/events") { Content = Csv(csv) };
        request.Headers.Authorization = new("Bearer", Token());
        var whole = await Answer.OfAsync(await http.SendAsync(request));

        Assert.Equal("HTTP/1.1 400 Bad Request", chunks);
        Assert.Equal("HTTP/1.1 400 Bad Request", query);
        Assert.Equal((1, 1, 0, 0), whole.Counts());
        Assert.DoesNotContain("fail:", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_the_import_waits_has_imported_nothing()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        using var patience = new CancellationTokenSource();
        Task<Answer> leaving;
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        await using (await db.BeginWriteAsync(default))
        {
            leaving = server.As(agency).ImportAsync("events", Events(Hall(agency)), patience.Token);
            await Task.Delay(300);
            Assert.False(leaving.IsCompleted);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        }

        var staying = await server.As(agency).ImportAsync("events", Events(Hall(agency, "1998-05")));

        Assert.Equal((1, 1, 0, 0), staying.Counts());
        await using var after = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            new ReportMonth(1998, 5),
            (await after.MonthlyReports.SingleAsync(r => r.AgencyId == agency.Id)).Month
        );
    }

    private static string Token() => SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]);

    private static string Head(LiveServer server, string path, string type) =>
        $"POST {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: "
        + $"Bearer {Token()}\r\nContent-Type: {type}\r\n";

    private static async Task<string?> SendAsync(LiveServer server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadLineAsync();
    }
}
