using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cwa.Graph.Tests;

/// <summary>
/// The published recipes as a newcomer runs them, in a folder of their own, against a server that does not always
/// answer.
/// </summary>
public sealed class RecipeTests(LiveServerOverDatabase live, RecipeTests.Folder folder)
    : IClassFixture<LiveServerOverDatabase>,
        IClassFixture<RecipeTests.Folder>
{
    [SkippableTheory]
    [InlineData("SSA", "bash", "submit-report.sh")]
    [InlineData("HHS", "dotnet", "run", "submit-report.cs")]
    public async Task A_recipe_reports_once_although_answers_are_lost(string agency, params string[] program)
    {
        await using var line = await BadLine.ToAsync(live.Server.Address, Loses.Answer, Loses.Request, Loses.Nothing);

        var (code, output) = await RunAsync(program, line.Address, "1999-01", agency);
        var (again, refusal) = await RunAsync(program, line.Address, "1999-01", agency);

        Assert.True(code == 0, output);
        Assert.Contains("Submitted as revision 1; it was due on 1998-12-31.", output, StringComparison.Ordinal);
        Assert.True(again == 1, refusal);
        Assert.Contains(
            "input.month: Revision 1 of the report for 1999-01 waits for NPR's decision",
            refusal,
            StringComparison.Ordinal
        );
        // Three from the first run, two of them unanswered, and one from the second: a refused request is not repeated.
        Assert.Equal([3, 1], line.Keys.GroupBy(key => key).Select(same => same.Count()));
        await using var db = await live.Database.Contexts.CreateDbContextAsync();
        var report = await db.MonthlyReports.SingleAsync(r =>
            db.Agencies.Any(a => a.Id == r.AgencyId && a.Abbreviation == agency)
        );
        Assert.Equal((1, 2), (report.Revision, await db.Events.CountAsync(e => e.ReportId == report.Id)));
    }

    [SkippableTheory]
    [InlineData("bash", "submit-report.sh")]
    [InlineData("dotnet", "run", "submit-report.cs")]
    public async Task A_recipe_prints_what_is_wrong_and_where(params string[] program)
    {
        var (wrongMonth, places) = await RunAsync(program, live.Server.Address, "1999-02");
        var (noToken, code) = await RunAsync(program, live.Server.Address, "1999-01", token: "nonsense");

        Assert.Equal((1, 1), (wrongMonth, noToken));
        Assert.Contains("input.events.1.startsOn: This day is not in 1999-02.", places, StringComparison.Ordinal);
        Assert.Contains("UNAUTHENTICATED: ", code, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("bash", "submit-report.sh")]
    [InlineData("dotnet", "run", "submit-report.cs")]
    public async Task A_recipe_does_not_send_a_file_it_cannot_read(params string[] program)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "broken.json"), "[");
        await using var line = await BadLine.ToAsync(live.Server.Address);

        var (code, output) = await RunAsync(program, line.Address, "1999-01", file: "broken.json");

        Assert.True(code == 1, output);
        Assert.DoesNotContain("BAD_REQUEST", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Empty(line.Keys);
    }

    private async Task<(int Code, string Output)> RunAsync(
        string[] program,
        Uri address,
        string month,
        string agency = "SSA",
        string file = "events.json",
        string? token = null
    )
    {
        if (program[0] == "bash")
            Required.Programs("The recipe for bash", "bash", "curl", "jq");
        var start = new ProcessStartInfo(program[0], [.. program[1..], agency, month, file])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["CWA_URL"] = address.ToString().TrimEnd('/'),
                ["CWA_TOKEN"] = token ?? SignedInCaller.TokenOf("pat", [Roles.Submit], [agency]),
            },
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>The recipes in a folder of their own, where each program is built only once.</summary>
    public sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _copies = Directory.CreateTempSubdirectory("cwa-recipe-");

        public Folder()
        {
            foreach (var file in Directory.GetFiles(Repository.PathOf("schema/recipes")))
                File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }

        public string Path => _copies.FullName;

        public void Dispose() => _copies.Delete(recursive: true);
    }

    private enum Loses
    {
        Nothing,
        Request,
        Answer,
    }

    /// <summary>A proxy between a tool and the server that passes everything on except the first mutations.</summary>
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

        /// <summary>The idempotency keys of the mutations, in the order in which they came.</summary>
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
