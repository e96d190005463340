using System.Net;
using System.Net.Sockets;
using Cwa.Tests;
using static Cwa.Graph.Tests.Security.RefusedStart;

namespace Cwa.Graph.Tests.Security;

/// <summary>A setting that the server cannot use stops the start with a sentence.</summary>
public sealed class RefusedSettingsTests
{
    [Theory]
    [InlineData("Site:Address", "cwa.example.gov", "https://cwa.example.gov")]
    [InlineData("Site:Address", "https://cwa.example.gov/", "https://cwa.example.gov")]
    [InlineData("Site:Address", "ftp://cwa.example.gov", "https://cwa.example.gov")]
    [InlineData("Site:Proxies:0", "proxy.example", "10.1.0.0/16")]
    [InlineData("Site:Proxies:0", "10.0.0.0/33", "10.1.0.0/16")]
    [InlineData("Security:Origins:0", "*", "https://dashboard.example.gov")]
    [InlineData("Security:Origins:0", "null", "https://dashboard.example.gov")]
    [InlineData("Security:Origins:0", "https://friend.example/page", "https://dashboard.example.gov")]
    public async Task An_invalid_address_stops_the_start_with_a_sentence(string setting, string value, string example)
    {
        var start = await RunAsync("Development", null, [], (setting, value));

        IsRefused(start, $"The setting {setting} is '{value}'; it must be ", example);
    }

    [Theory]
    [InlineData("Limits:ConcurrentReads", "0")]
    [InlineData("Connections:PingEvery", "never")]
    [InlineData("Database:Provider", "Oracle")]
    public async Task An_invalid_setting_stops_the_start_with_a_sentence(string setting, string value)
    {
        var server = await RunAsync("Development", null, [], (setting, value));
        var command = await RunAsync("Development", null, ["schema", "export"], (setting, value));

        Assert.All([server, command], start => IsRefused(start, $"The setting {setting} is '{value}'; it must be "));
    }

    [Fact]
    public async Task A_misspelt_section_stops_the_start_with_a_sentence()
    {
        var server = await RunAsync("Development", null, [], ("Limitz:Depth", "5"));
        var command = await RunAsync("Development", null, ["schema", "export"], ("Limitz:Depth", "5"));

        Assert.All(
            [server, command],
            start => IsRefused(start, "There is no setting Limitz:Depth. Did you mean Limits:Depth?")
        );
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", "Loud", "Configuration value 'Loud' is not supported. ")]
    [InlineData("ASPNETCORE_CONTENTROOT", "/nowhere", "There is no folder /nowhere/, which ASPNETCORE_CONTENTROOT")]
    public async Task A_setting_that_the_framework_cannot_use_stops_the_start_with_a_sentence(
        string setting,
        string value,
        string sentence
    )
    {
        var start = await RunAsync("Development", null, [], (setting, value));

        IsRefused(start, sentence);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_not_JSON_stops_the_start_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("cwa-settings-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Limits": { "Depth": 5, """
        );

        var start = await RunAsync("Development", null, [], ("ASPNETCORE_CONTENTROOT", folder.FullName));
        folder.Delete(recursive: true);

        IsRefused(start, $"'{folder.FullName}/appsettings.json'", "LineNumber: 0");
    }

    [Theory]
    [InlineData("http://127.0.0.1:{taken}", "address already in use")]
    [InlineData("http://192.0.2.1:5000", "Cannot assign requested address")]
    [InlineData("http://127.0.0.1:99999", "port")]
    [InlineData("127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("ftp://127.0.0.1:5000", "ftp://127.0.0.1:5000")]
    public async Task An_address_at_which_it_cannot_listen_stops_the_start_with_a_sentence(string url, string reason)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);

        var start = await RunAsync(
            "Development",
            null,
            [],
            ("ASPNETCORE_URLS", url.Replace("{taken}", $"{port}", StringComparison.Ordinal)),
            ("ConnectionStrings:Cwa", database.ConnectionString),
            ("Sample:Load", "false")
        );

        IsRefused(start, "It cannot listen where ASPNETCORE_URLS", reason);
    }
}
