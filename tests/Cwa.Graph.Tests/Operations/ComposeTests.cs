using System.Text.RegularExpressions;

namespace Cwa.Graph.Tests;

/// <summary>The file for Docker Compose in .github/operations.</summary>
public sealed partial class ComposeTests
{
    [Fact]
    public async Task Every_setting_in_it_is_one_that_the_server_knows()
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf(".github/operations/compose.yaml"));
        var settings = Setting()
            .Matches(text)
            .Select(match =>
                (
                    match.Groups[1].Value,
                    Variable().Replace(match.Groups[2].Value, "00000000-0000-0000-0000-000000000001")
                )
            )
            .ToList();

        // The program refuses a setting that it does not know, whatever the command.
        var (code, _, error) = await ServerProgram.RunAsync(
            [.. settings, ("ASPNETCORE_ENVIRONMENT", "Production")],
            "schema",
            "export"
        );

        Assert.Contains(settings, setting => setting.Item1 == "ConnectionStrings__Cwa");
        Assert.Equal((0, ""), (code, error));
    }

    [GeneratedRegex(@"^    (\w+__\w+): (.+)$", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\$\{\w+:\?\}")]
    private static partial Regex Variable();
}
