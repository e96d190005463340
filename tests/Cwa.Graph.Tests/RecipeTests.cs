using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cwa.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests;

/// <summary>
/// The published recipes as a stranger has them: copied to a folder of his own, against a server that does not always
/// answer.
/// </summary>
public sealed class RecipeTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cwa-recipe-");
    private TestDatabase _database = null!;
    private LiveServer _server = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        _server = await LiveServer.StartAsync([
            ("ConnectionStrings:Cwa", _database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ]);
        foreach (var file in Directory.GetFiles(Repository.PathOf("schema/recipes")))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [SkippableTheory]
    [InlineData("bash", "submit-report.sh")]
    [InlineData("dotnet", "run", "submit-report.cs")]
    public async Task A_recipe_reports_once_although_answers_are_lost(params string[] program)
    {
        await using var line = await BadLine.ToAsync(_server.Address, Loses.Answer, Loses.Request, Loses.Nothing);

        var (code, output) = await RunAsync(program, line.Address, "1999-01");
        var (again, refusal) = await RunAsync(program, line.Address, "1999-01");

        Assert.True(code == 0, output);
        Assert.Contains("Submitted as revision 1; it was due on 1998-12-31.", output, StringComparison.Ordinal);
        Assert.True(again == 1, refusal);
        Assert.Contains(
            "input.month: Revision 1 of the report of 1999-01 waits for NPR's decision",
            refusal,
            StringComparison.Ordinal
        );
        // Three of the first run, of which two had no answer, and one of the second: a refusal is not sent again.
        Assert.Equal([3, 1], line.Keys.GroupBy(key => key).Select(same => same.Count()));
        await using var db = await _database.Contexts.CreateDbContextAsync();
        Assert.Equal((1, 2), ((await db.MonthlyReports.SingleAsync()).Revision, await db.Events.CountAsync()));
    }

    [SkippableTheory]
    [InlineData("bash", "submit-report.sh")]
    [InlineData("dotnet", "run", "submit-report.cs")]
    public async Task A_recipe_tells_what_is_wrong_and_where(params string[] program)
    {
        var (wrongMonth, places) = await RunAsync(program, _server.Address, "1999-02");
        var (noToken, code) = await RunAsync(program, _server.Address, "1999-01", token: "nonsense");

        Assert.Equal((1, 1), (wrongMonth, noToken));
        Assert.Contains("input.events.1.startsOn: This day is not in 1999-02.", places, StringComparison.Ordinal);
        Assert.Contains("UNAUTHENTICATED: ", code, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("bash", "submit-report.sh")]
    [InlineData("dotnet", "run", "submit-report.cs")]
    public async Task A_recipe_does_not_send_a_file_that_it_cannot_read(params string[] program)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "events.json"), "[");
        await using var line = await BadLine.ToAsync(_server.Address);

        var (code, output) = await RunAsync(program, line.Address, "1999-01");

        Assert.True(code == 1, output);
        Assert.DoesNotContain("BAD_REQUEST", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Empty(line.Keys);
    }

    private async Task<(int Code, string Output)> RunAsync(
        string[] program,
        Uri address,
        string month,
        string? token = null
    )
    {
        if (program[0] == "bash")
            Required.Programs("The recipe for bash", "bash", "curl", "jq");
        var start = new ProcessStartInfo(program[0], [.. program[1..], "SSA", month, "events.json"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["CWA_URL"] = address.ToString().TrimEnd('/'),
                ["CWA_TOKEN"] = token ?? SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]),
            },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    private enum Loses
    {
        Nothing,
        Request,
        Answer,
    }

    /// <summary>What is between a tool and the server: it passes everything on, but for the first mutations.</summary>
    private sealed class BadLine : IAsyncDisposable
    {
        private readonly HttpClient _http = new();
        private readonly ConcurrentQueue<string> _keys = new();
        private readonly ConcurrentQueue<Loses> _losses;
        private readonly WebApplication _app;

        private BadLine(Uri server, Loses[] losses)
        {
            _losses = new(losses);
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(http => PassOnAsync(http, server));
        }

        public Uri Address => new(_app.Urls.Single());

        /// <summary>The idempotency keys of the mutations that came, in their order.</summary>
        public IReadOnlyCollection<string> Keys => _keys;

        public static async Task<BadLine> ToAsync(Uri server, params Loses[] losses)
        {
            var line = new BadLine(server, losses);
            await line._app.StartAsync();
            return line;
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            _http.Dispose();
        }

        private async Task PassOnAsync(HttpContext http, Uri server)
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            var loss = Loses.Nothing;
            if (JsonDocument.Parse(body).RootElement.GetProperty("variables").TryGetProperty("input", out var input))
            {
                _keys.Enqueue(input.Text("idempotencyKey")!);
                _losses.TryDequeue(out loss);
            }

            if (loss == Loses.Request)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/graphql"))
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(http.Request.Headers.Authorization!);
            request.Headers.Accept.ParseAdd(http.Request.Headers.Accept);
            using var response = await _http.SendAsync(request);
            if (loss == Loses.Answer)
            {
                http.Abort();
                return;
            }

            http.Response.StatusCode = (int)response.StatusCode;
            await response.Content.CopyToAsync(http.Response.Body);
        }
    }
}
