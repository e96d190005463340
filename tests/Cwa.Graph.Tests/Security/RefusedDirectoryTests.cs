using static Cwa.Graph.Tests.Security.RefusedStart;

namespace Cwa.Graph.Tests.Security;

/// <summary>Where nobody could sign in safely, the server does not start.</summary>
public sealed class RefusedDirectoryTests
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
        var start = await RunAsync("Production", $"{Guid.NewGuid()}", [], ("AzureAd:Instance", instance));

        IsRefused(
            start,
            $"The setting AzureAd:Instance is '{instance}'; it must be an https address such as https://login."
        );
    }

    [Fact]
    public async Task A_credential_of_no_known_kind_stops_the_start_with_a_sentence()
    {
        var start = await RunAsync(
            "Production",
            $"{Guid.NewGuid()}",
            [],
            ("AzureAd:ClientCredentials:0:SourceType", "Certificat")
        );

        IsRefused(
            start,
            "The setting AzureAd:ClientCredentials:0:SourceType is 'Certificat'; it must be one of Certificate, "
        );
    }

    [Fact]
    public async Task A_command_needs_no_directory()
    {
        var (code, _) = await RunAsync("Production", null, ["schema", "export"]);

        Assert.Equal(0, code);
    }
}
