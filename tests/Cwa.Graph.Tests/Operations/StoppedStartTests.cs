using System.Diagnostics;

namespace Cwa.Graph.Tests;

public sealed class StoppedStartTests
{
    [Fact]
    public async Task A_server_that_is_stopped_while_it_starts_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("cwa-stopped-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cwa.Graph.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Cwa"] = $"Data Source={folder.FullName}/cwa.db",
                ["Sample__Load"] = "true",
            },
        };
        using var server = Process.Start(start)!;
        var error = server.StandardError.ReadToEndAsync();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("Loading an illustrative sample year", StringComparison.Ordinal))
                break;
        }

        using (var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]))
            await kill.WaitForExitAsync();
        var log = await server.StandardOutput.ReadToEndAsync();
        await server.WaitForExitAsync();

        folder.Delete(recursive: true);
        Assert.Equal(1, server.ExitCode);
        Assert.Equal("The server was stopped before it had started.", (await error).Trim());
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }
}
