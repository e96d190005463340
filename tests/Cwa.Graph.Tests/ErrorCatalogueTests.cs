using System.Reflection;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests;

public sealed class ErrorCatalogueTests
{
    [Fact]
    public async Task Every_code_that_a_client_can_meet_is_in_the_published_catalogue()
    {
        var catalogue = await File.ReadAllTextAsync(Repository.PathOf("schema/ERRORS.md"));

        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.Contains($"| `{code}` |", catalogue, StringComparison.Ordinal));
    }
}
