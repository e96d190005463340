using System.Reflection;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests;

public sealed class ErrorCatalogueTests
{
    [Fact]
    public async Task Every_error_code_is_in_the_published_catalogue()
    {
        var catalogue = await File.ReadAllTextAsync(Repository.PathOf("schema/ERRORS.md"));

        var codes = typeof(ErrorCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.Contains($"| `{code}` |", catalogue, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_close_code_is_in_the_published_catalogue_and_no_other()
    {
        var catalogue = await File.ReadAllLinesAsync(Repository.PathOf("schema/ERRORS.md"));

        var published = catalogue
            .SkipWhile(line => line != "## Close codes")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);

        var codes = typeof(CloseCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => f.GetRawConstantValue()!.ToString());
        Assert.Equal(codes.Order(), published.Order());
    }
}
