using System.Runtime.CompilerServices;
using System.Text;
using Cwa.Graph.Engine;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Engine;

/// <summary>The library on a real port, where connections can stay open, fill up and break.</summary>
public class LiveLibrary : Library
{
    public Doors Doors { get; } = new();

    public Arrivals Arrivals => Services.GetRequiredService<Arrivals>();

    public Uri Address => Client.BaseAddress!;

    protected override void Prepare(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IAdmissions>(Doors);
        builder.Services.AddSingleton<Arrivals>().AddSingleton<ILiveOperations>(s => s.GetRequiredService<Arrivals>());
    }

    protected override HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new(app.Urls.Single()) };
}

/// <summary>The same with short time limits, for tests that wait for them to pass.</summary>
public sealed class ImpatientLibrary : LiveLibrary
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>
        {
            ["Connections:InitTime"] = "00:00:02",
            ["Connections:PingEvery"] = "00:00:00.1",
            ["Connections:SilenceTime"] = "00:00:03",
            ["Connections:HeartbeatEvery"] = "00:00:00.1",
            ["Connections:UnreadTime"] = "00:00:01.5",
            ["Connections:DrainTime"] = "00:00:03",
            ["Connections:CloseTime"] = "00:00:10",
        };
}

/// <summary>
/// The accepted tokens: `reader`, until it is revoked; `brief`, for a moment; `fault`, whose check throws.
/// </summary>
public sealed class Doors : IAdmissions
{
    public HashSet<string> Revoked { get; } = [];

    public bool Trusts(string origin) => origin == "https://friend.example";

    public IAdmission Of(HttpContext http) => new Admission(this, http.Request.Headers["X-Reader"].ToString());

    public Task<IAdmission?> WithAsync(string authorization, HttpContext http) =>
        Task.FromResult<IAdmission?>(
            authorization.Split(' ') switch
            {
                ["Bearer", "fault"] => throw new InvalidOperationException("the secret of the door"),
                ["Bearer", "late"] => new Admission(this, "late"),
                ["Bearer", "brief"] => new Admission(this, "brief"),
                ["Bearer", ['r', 'e', 'a', 'd', 'e', 'r', ..] token] => new Admission(this, token),
                _ => null,
            }
        );

    private sealed class Admission(Doors doors, string token) : IAdmission
    {
        public DateTimeOffset? EndsAt { get; } =
            token switch
            {
                "brief" => DateTimeOffset.UtcNow.AddSeconds(0.5),
                "late" => DateTimeOffset.UtcNow.AddSeconds(-1),
                _ => null,
            };

        public bool IsRevoked => doors.Revoked.Contains(token);

        public Task EnterAsync(IServiceProvider scope, CancellationToken cancellationToken)
        {
            scope.GetRequiredService<Reader>().HasToken = token.Length > 0;
            return Task.CompletedTask;
        }
    }
}

/// <summary>
/// Runs `subscription { arrivals }` as its variables say: `count` messages of `bytes`, then `end`, `wait`, `refuse` or
/// `fault`. Any operation starts after `delay` milliseconds.
/// </summary>
public sealed class Arrivals(DocumentCache documents) : ILiveOperations
{
    private int _running,
        _sent;

    /// <summary>How many subscriptions run now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Waits until no subscription runs, those of the tests before included.</summary>
    public Task StoppedAsync() => Eventually.IsAsync(0, () => Running);

    /// <summary>How many messages have been taken in all.</summary>
    public int Sent => Volatile.Read(ref _sent);

    public async Task<LiveStart> StartAsync(
        GraphRequest request,
        IServiceProvider services,
        string? resumeAfter,
        CancellationToken cancellationToken
    )
    {
        await Task.Delay(request.Variables.TryGetValue("delay", out var delay) ? (int)delay! : 0, cancellationToken);
        try
        {
            var operation = documents.Get(request.Query).Operation(request.OperationName);
            if (operation.Operation != OperationType.Subscription)
                return new(null, null);
            return ((GraphQLField)operation.SelectionSet.Selections[0]).Name == "arrivals"
                ? new(
                    RunAsync(
                        request.Variables,
                        resumeAfter is null ? 0 : int.Parse(resumeAfter, null),
                        cancellationToken
                    ),
                    null
                )
                : throw RequestError.Invalid("There is no such field.");
        }
        catch (RequestError error)
        {
            return new(null, new ExecutionResult(error));
        }
    }

    private async IAsyncEnumerable<LiveMessage> RunAsync(
        Inputs variables,
        int after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var count = variables.TryGetValue("count", out var most) ? (int)most! : 3;
        var padding = new string('.', variables.TryGetValue("bytes", out var bytes) ? (int)bytes! : 0);
        Interlocked.Increment(ref _running);
        try
        {
            for (var n = after + 1; n <= count; n++)
            {
                Interlocked.Increment(ref _sent);
                yield return new(
                    Encoding.UTF8.GetBytes($$$"""{"data":{"arrivals":"{{{n}}}{{{padding}}}"}}"""),
                    n.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
            }

            switch (variables.TryGetValue("then", out var then) ? (string)then! : "end")
            {
                case "wait":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
                case "refuse":
                    throw RequestError.Limit("No more today.");
                case "fault":
                    throw new InvalidOperationException("the secret of the source");
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
