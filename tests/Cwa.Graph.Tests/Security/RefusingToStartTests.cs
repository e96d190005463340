using System.Diagnostics;

namespace Cwa.Graph.Tests.Security;

public sealed class RefusingToStartTests
{
    [Theory]
    [InlineData("Production", null)]
    [InlineData("Staging", null)]
    [InlineData("Production", "common")]
    public async Task Outside_development_a_server_without_a_directory_says_what_to_set(string environment, string? tenant)
    {
        var (code, error) = await RunAsync(environment, tenant);

        Assert.NotEqual(0, code);
        Assert.Contains("AzureAd:TenantId", error, StringComparison.Ordinal);
        Assert.Contains("AzureAd:ClientId", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_needs_no_directory()
    {
        var (code, _) = await RunAsync("Production", null, "schema", "export");

        Assert.Equal(0, code);
    }

    private static async Task<(int Code, string Error)> RunAsync(string environment, string? tenant, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Cwa.Graph.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            },
        };
        if (tenant is not null)
        {
            start.Environment["AzureAd__TenantId"] = tenant;
            start.Environment["AzureAd__ClientId"] = Guid.NewGuid().ToString();
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
