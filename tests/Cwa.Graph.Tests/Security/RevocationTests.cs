using System.Net;
using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Security;

/// <summary>Somebody who is kept out is kept out by every server over the database.</summary>
public sealed class RevocationTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Whoever_is_revoked_is_refused_by_every_server_until_they_are_restored(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        (string, string)[] settings = [("Connections:PingEvery", "00:00:00.2")];
        await using var one = CwaServer.OnDay(database, "1998-11-16", settings);
        await using var two = CwaServer.OnDay(database, "1998-11-16", settings);
        var token = SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]);
        using var socket = await (await one.OpenSocketAsync()).InitAsync($"Bearer {token}");
        await BothAsync(HttpStatusCode.OK);

        Assert.Equal(
            "pat is revoked. Within five seconds no server accepts their tokens and sign-ins.",
            await SayAsync("revoke")
        );
        await BothAsync(HttpStatusCode.Unauthorized);
        Assert.Equal(CloseCodes.Forbidden, (await socket.ClosedAsync()).Code);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(two, SignedInCaller.TokenOf("lee", [Roles.Submit], ["SSA"])));
        Assert.Equal("pat is revoked already.", await SayAsync("revoke"));

        Assert.Equal("pat is no longer revoked.", await SayAsync("restore"));
        await BothAsync(HttpStatusCode.OK);

        async Task BothAsync(HttpStatusCode status)
        {
            foreach (var server in new[] { one, two })
                await Eventually.IsAsync(status, () => StatusAsync(server, token));
        }

        async Task<string> SayAsync(string command)
        {
            var (code, output, error) = await ServerProgram.RunAsync(
                [("Database:Provider", provider), ("ConnectionStrings:Cwa", database.ConnectionString)],
                command,
                "pat"
            );
            Assert.Equal((0, ""), (code, error));
            return output.Trim();
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(201)]
    public async Task A_subject_has_letters_and_at_most_200_of_them(object subject)
    {
        var (code, _, error) = await ServerProgram.RunAsync(
            [],
            "revoke",
            subject is int length ? new string('x', length) : (string)subject
        );

        Assert.NotEqual(0, code);
        Assert.Contains("The subject has 1 to 200 characters.", error, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(CwaServer server, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query = "{ viewer { name } }" });
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await server.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
