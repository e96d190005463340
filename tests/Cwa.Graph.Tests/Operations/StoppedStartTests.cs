using System.Diagnostics;

namespace Cwa.Graph.Tests;

public sealed class StoppedStartTests
{
    [Fact]
    public async Task A_server_that_is_stopped_while_it_starts_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("cwa-stopped-");
        var start = ServerProgram.With([
            ("ConnectionStrings:Cwa", $"Data Source={folder.FullName}/cwa.db"),
            ("Sample:Load", "true"),
        ]);
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
