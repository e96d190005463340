using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Socket = Cwa.Graph.Tests.Engine.Socket;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A client of whatever serves at an address.</summary>
public class SiteClient(Uri address) : IFollowed, IDisposable
{
    /// <summary>The token of a reviewer at NPR, who sees everything.</summary>
    public static string Npr { get; } = SignedInCaller.TokenOf("npr", [Roles.Review], []);

    public Uri Address => address;

    public HttpClient Http { get; } = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>An address of this machine where nothing is served yet.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    public Task<Socket> OpenSocketAsync() => Socket.OpenAsync(Address);

    /// <summary>All agencies, always in the same order.</summary>
    public async Task<IReadOnlyList<ReportingAgency>> AgenciesAsync()
    {
        var data = await AskAsync(Npr, "{ agencies(first: 250) { nodes { id abbreviation activeTo } } }");
        return
        [
            .. data.GetProperty("agencies")
                .GetProperty("nodes")
                .EnumerateArray()
                .Where(a => a.GetProperty("activeTo").ValueKind == JsonValueKind.Null)
                .Select(a => new ReportingAgency(a.Text("id")!, a.Text("abbreviation")!)),
        ];
    }

    public async Task<JsonElement> SendAsync(string token, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of the answer; fails if it has errors.</summary>
    public async Task<JsonElement> AskAsync(string token, string query, object? variables = null)
    {
        var answer = await SendAsync(token, query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    public void Dispose()
    {
        Http.Dispose();
        GC.SuppressFinalize(this);
    }

    // Below the ports that the system hands out: among those, a client that tries the port of a stopped server may end
    // up connected to itself.
    private static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // The port is taken.
            }
        }
    }
}

/// <summary>An agency as clients know it.</summary>
public sealed record ReportingAgency(string Id, string Abbreviation);
