using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using static Cwa.Graph.Tests.Settings;

namespace Cwa.Graph.Tests;

/// <summary>A setting that does not exist stops the start, and SETTINGS.md names each that does.</summary>
public sealed partial class SettingNamesTests
{
    [Fact]
    public async Task The_table_of_settings_has_every_setting_and_no_other()
    {
        var settings = await File.ReadAllTextAsync(Repository.PathOf("SETTINGS.md"));

        var told = InTable()
            .Matches(settings)
            .SelectMany(row => InRow().Matches(row.Value))
            .Select(name => name.Groups[1].Value)
            .Where(name => Sections.ContainsKey(name.Split(':')[0]));

        Assert.Equal(
            Properties().Select(p => p.Name).Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("Limits:Colour", "There is no setting Limits:Colour. Limits has BodyBytes, ")]
    [InlineData("Feed:Load", "There is no setting Feed:Load. Feed has KeptDays.")]
    public void An_unknown_setting_is_refused(string name, string sentence) =>
        Assert.StartsWith(sentence, Assert.Single(Refusals([(name, "5")])), StringComparison.Ordinal);

    [Theory]
    [InlineData("Feed:KeptDay", "Feed:KeptDays")]
    [InlineData("Limits:Costt", "Limits:Cost")]
    [InlineData("Limits:Depht", "Limits:Depth")]
    [InlineData("Limits:ExportOfOne", "Limits:ExportsOfOne")]
    [InlineData("Limitz:Depth", "Limits:Depth")]
    [InlineData("LIMIT:DEPHT", "Limits:Depth")]
    [InlineData("Databse:Provider", "Database:Provider")]
    [InlineData("Sites:Address", "Site:Address")]
    [InlineData("Azure:TenantId", "AzureAd:TenantId")]
    [InlineData("AzureAd:Instanse", "AzureAd:Instance")]
    [InlineData("ConnectionString:Cwa", "ConnectionStrings:Cwa")]
    [InlineData("ConnectionStrings:Cwb", "ConnectionStrings:Cwa")]
    public void A_name_that_is_nearly_a_setting_is_refused_with_the_one_that_is_meant(string name, string meant) =>
        Assert.Equal([$"There is no setting {name}. Did you mean {meant}?"], Refusals([(name, "1")]));

    [Theory]
    [InlineData("Limitz:Colour")]
    [InlineData("Seed:Load")]
    [InlineData("ConnectionStrings:Billing")]
    [InlineData("AzureAd:Cache")]
    [InlineData("azuread:clientid")]
    [InlineData("AzureAd:Audience")]
    [InlineData("Limitz")]
    [InlineData("Other:Limits:Depht")]
    [InlineData("Kestrel:Endpoints:Http:Url")]
    [InlineData("Logging:Console:FormatterName")]
    public void A_name_of_the_framework_or_of_another_program_is_not(string name) =>
        Assert.Empty(Refusals([(name, "1")]));

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Development.json")]
    public void Nothing_is_refused_of_our_own_files(string file)
    {
        var settings = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("src/Cwa.Graph/" + file)).Build();

        Assert.Empty(
            Refusals([.. settings.AsEnumerable().Select(s => (s.Key, s.Value!)).Where(s => s.Item2 is not null)])
        );
    }

    [GeneratedRegex(@"^\| `[A-Z].*?\|", RegexOptions.Multiline)]
    private static partial Regex InTable();

    [GeneratedRegex(@"`(\w+:\w+)[`:]")]
    private static partial Regex InRow();
}
