using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>Runs a command to its end.</summary>
internal static class Shell
{
    /// <summary>What the command wrote to its standard output.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message has all that it said.</exception>
    public static async Task<string> RunAsync(
        string folder,
        string command,
        IReadOnlyList<string> arguments,
        params (string Key, string Value)[] environment
    )
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await error}"
            );
    }
}
