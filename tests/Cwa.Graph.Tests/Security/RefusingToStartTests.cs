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
        var (code, error) = await RunAsync(environment, tenant, []);

        Assert.NotEqual(0, code);
        Assert.Contains("AzureAd:TenantId", error, StringComparison.Ordinal);
        Assert.Contains("AzureAd:ClientId", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site:Address", "cwa.example.gov", "https://cwa.example.gov")]
    [InlineData("Site:Address", "https://cwa.example.gov/", "https://cwa.example.gov")]
    [InlineData("Site:Address", "ftp://cwa.example.gov", "https://cwa.example.gov")]
    [InlineData("Site:Proxies:0", "proxy.example", "10.1.0.0/16")]
    [InlineData("Site:Proxies:0", "10.0.0.0/33", "10.1.0.0/16")]
    [InlineData("Security:Origins:0", "*", "https://dashboard.example.gov")]
    [InlineData("Security:Origins:0", "null", "https://dashboard.example.gov")]
    [InlineData("Security:Origins:0", "https://friend.example/page", "https://dashboard.example.gov")]
    public async Task An_address_that_is_none_stops_the_start_with_a_sentence(
        string setting, string value, string example)
    {
        var (code, error) = await RunAsync("Development", null, [], (setting, value));

        Assert.Equal(1, code);
        var name = setting.Replace(":0", "", StringComparison.Ordinal);
        var sentence = $"The server does not start: `{value}` does not belong in {name}.";
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Contains(example, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_needs_no_directory()
    {
        var (code, _) = await RunAsync("Production", null, ["schema", "export"]);

        Assert.Equal(0, code);
    }

    private static async Task<(int Code, string Error)> RunAsync(
        string environment, string? tenant, string[] arguments, params (string Key, string Value)[] settings)
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
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
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
