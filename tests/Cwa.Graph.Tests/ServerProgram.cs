using System.Diagnostics;

namespace Cwa.Graph.Tests;

/// <summary>The built server as a program of its own, for tests that need more than an in-process host.</summary>
internal static class ServerProgram
{
    /// <summary>The server that is built with the tests.</summary>
    public static string Built { get; } = Path.Combine(AppContext.BaseDirectory, "Cwa.Graph.dll");

    /// <summary>How to start the server, or a command if there are arguments.</summary>
    /// <param name="settings">Configuration keys as in appsettings, such as <c>Clock:Today</c>, or environment
    /// variables.</param>
    public static ProcessStartInfo With(
        IEnumerable<(string Key, string Value)> settings,
        params IReadOnlyList<string> arguments
    ) => Of(Built, settings, arguments);

    /// <summary>The same for a server that was built elsewhere.</summary>
    public static ProcessStartInfo Of(
        string program,
        IEnumerable<(string Key, string Value)> settings,
        params IReadOnlyList<string> arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_CONTENTROOT"] = Path.GetDirectoryName(program),
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                // Tests ask faster than people do.
                ["Limits__CostEachMinute"] = "0",
                ["Limits__SignedInCostEachMinute"] = "0",
                // It ends before measuring itself would pay, and has no secrets to protect from code that is written into
                // its memory, which takes some twentieth of a start.
                ["DOTNET_TieredPGO"] = "0",
                ["DOTNET_EnableWriteXorExecute"] = "0",
            },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    /// <summary>Runs a command, or a server that is expected not to start, to its end.</summary>
    /// <exception cref="TimeoutException">It did not end within a minute, and was killed.</exception>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        IEnumerable<(string Key, string Value)> settings,
        params IReadOnlyList<string> arguments
    )
    {
        using var process = Process.Start(With(settings, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"It did not end: {await output}{await error}");
        }

        return (process.ExitCode, await output, await error);
    }
}
