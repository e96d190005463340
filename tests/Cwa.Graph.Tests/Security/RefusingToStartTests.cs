using System.Net;
using System.Net.Sockets;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Security;

public sealed class RefusingToStartTests
{
    [Theory]
    [InlineData("Production", null)]
    [InlineData("Staging", null)]
    [InlineData("Production", "common")]
    public async Task Outside_development_a_server_without_a_directory_says_what_to_set(
        string environment,
        string? tenant
    )
    {
        var (code, error) = await RunAsync(environment, tenant, []);

        Assert.NotEqual(0, code);
        Assert.Contains("AzureAd:TenantId", error, StringComparison.Ordinal);
        Assert.Contains("AzureAd:ClientId", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.microsoftonline.com/")]
    [InlineData("login.microsoftonline.com")]
    [InlineData("")]
    public async Task A_directory_that_is_not_reached_by_https_stops_the_start_with_a_sentence(string instance)
    {
        var (code, error) = await RunAsync("Production", $"{Guid.NewGuid()}", [], ("AzureAd:Instance", instance));

        Assert.Equal(1, code);
        Assert.Contains(
            $"The setting AzureAd:Instance is '{instance}'; it must be an https address such as https://login.",
            error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_of_no_known_kind_stops_the_start_with_a_sentence()
    {
        var (code, error) = await RunAsync(
            "Production",
            $"{Guid.NewGuid()}",
            [],
            ("AzureAd:ClientCredentials:0:SourceType", "Certificat")
        );

        Assert.Equal(1, code);
        Assert.Contains(
            "The setting AzureAd:ClientCredentials:0:SourceType is 'Certificat'; it must be one of Certificate, ",
            error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
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
    public async Task An_invalid_address_stops_the_start_with_a_sentence(string setting, string value, string example)
    {
        var (code, error) = await RunAsync("Development", null, [], (setting, value));

        Assert.Equal(1, code);
        Assert.Contains($"The setting {setting} is '{value}'; it must be ", error, StringComparison.Ordinal);
        Assert.Contains(example, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Limits:ConcurrentReads", "0")]
    [InlineData("Connections:PingEvery", "never")]
    [InlineData("Database:Provider", "Oracle")]
    public async Task An_invalid_setting_stops_the_start_with_a_sentence(string setting, string value)
    {
        var (code, error) = await RunAsync("Development", null, [], (setting, value));
        var (ofCommand, errorOfCommand) = await RunAsync("Development", null, ["schema", "export"], (setting, value));

        Assert.Equal((1, 1), (code, ofCommand));
        Assert.All(
            [error, errorOfCommand],
            said => Assert.Contains($"The setting {setting} is '{value}'; it must be ", said, StringComparison.Ordinal)
        );
        Assert.All([error, errorOfCommand], said => Assert.DoesNotContain("   at ", said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Data Source=/nowhere/cwa.db")]
    [InlineData("Data Source=Cwa.Graph.dll")]
    [InlineData("Data Source=/tmp")]
    public async Task A_path_that_is_not_a_database_stops_the_start_with_a_sentence(string place)
    {
        var (code, error) = await RunAsync("Development", null, [], ("ConnectionStrings:Cwa", place));
        var (ofCommand, errorOfCommand) = await RunAsync(
            "Development",
            null,
            ["sample"],
            ("ConnectionStrings:Cwa", place)
        );

        Assert.Equal((1, 1), (code, ofCommand));
        Assert.All(
            [error, errorOfCommand],
            said =>
            {
                Assert.Contains("The database cannot be reached: ", said, StringComparison.Ordinal);
                Assert.Contains("ConnectionStrings:Cwa says where it is, such as ", said, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
            }
        );
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

        var (code, error) = await RunAsync(
            "Development",
            null,
            [],
            ("ASPNETCORE_URLS", url.Replace("{taken}", $"{port}", StringComparison.Ordinal)),
            ("ConnectionStrings:Cwa", database.ConnectionString),
            ("Sample:Load", "false")
        );

        Assert.Equal(1, code);
        Assert.Contains("It cannot listen where ASPNETCORE_URLS", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_section_stops_the_start_with_a_sentence()
    {
        var (code, error) = await RunAsync("Development", null, [], ("Limitz:Depth", "5"));
        var (ofCommand, errorOfCommand) = await RunAsync(
            "Development",
            null,
            ["schema", "export"],
            ("Limitz:Depth", "5")
        );

        Assert.Equal((1, 1), (code, ofCommand));
        Assert.All(
            [error, errorOfCommand],
            said =>
                Assert.Contains(
                    "There is no setting Limitz:Depth. Did you mean Limits:Depth?",
                    said,
                    StringComparison.Ordinal
                )
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
        var (code, error) = await RunAsync("Development", null, [], (setting, value));

        Assert.Equal(1, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_not_JSON_stops_the_start_with_a_sentence()
    {
        var folder = Directory.CreateTempSubdirectory("cwa-settings-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Limits": { "Depth": 5, """
        );

        var (code, error) = await RunAsync("Development", null, [], ("ASPNETCORE_CONTENTROOT", folder.FullName));
        folder.Delete(recursive: true);

        Assert.Equal(1, code);
        Assert.Contains($"'{folder.FullName}/appsettings.json'", error, StringComparison.Ordinal);
        Assert.Contains("LineNumber: 0", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Outside_Development_a_database_is_changed_only_by_the_command_that_says_so(string provider)
    {
        TestDatabase.Require(provider);
        await using var database = TestDatabase.Absent(provider);
        (string, string)[] settings =
        [
            ("Database:Provider", provider),
            ("ConnectionStrings:Cwa", database.ConnectionString),
        ];

        var (code, error) = await RunAsync("Production", $"{Guid.NewGuid()}", [], settings);
        await using (var db = await database.Contexts.CreateDbContextAsync())
            Assert.False(await db.Database.CanConnectAsync());
        var (ofSample, errorOfSample) = await RunAsync("Production", null, ["sample"], settings);
        var first = await MigrateAsync();
        var second = await MigrateAsync();

        Assert.Equal((1, 1), (code, ofSample));
        Assert.All(
            [error, errorOfSample],
            said =>
            {
                Assert.Matches(@"The database lacks \d{14}_\w+\.", said);
                Assert.Contains("Run `dotnet Cwa.Graph.dll migrate`", said, StringComparison.Ordinal);
                Assert.Contains("or set Database:Migrate to true.", said, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
            }
        );
        Assert.Matches(@"^Applied: \d{14}_\w+\.\n$", first);
        Assert.Equal("The schema is up to date.\n", second);
        await using var made = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(163, await made.Agencies.CountAsync());

        async Task<string> MigrateAsync()
        {
            var (migrated, output, said) = await ServerProgram.RunAsync(
                [("ASPNETCORE_ENVIRONMENT", "Production"), .. settings],
                "migrate"
            );
            Assert.Equal((0, ""), (migrated, said));
            return output;
        }
    }

    [Fact]
    public async Task A_command_needs_no_directory()
    {
        var (code, _) = await RunAsync("Production", null, ["schema", "export"]);

        Assert.Equal(0, code);
    }

    private static async Task<(int Code, string Error)> RunAsync(
        string environment,
        string? tenant,
        string[] arguments,
        params (string Key, string Value)[] settings
    )
    {
        (string, string)[] directory = tenant is null
            ? []
            : [("AzureAd:TenantId", tenant), ("AzureAd:ClientId", Guid.NewGuid().ToString())];
        var (code, output, error) = await ServerProgram.RunAsync(
            [("ASPNETCORE_ENVIRONMENT", environment), .. settings, .. directory],
            arguments
        );
        // What a command prints is its result. A server's log, too, is to be without a stack trace.
        return (code, (arguments is [] ? output : "") + error);
    }
}
