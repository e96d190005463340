using System.Text.RegularExpressions;
using Cwa.Tests;

namespace Cwa.Model.Tests;

public sealed partial class ImportGuideTests
{
    [Fact]
    public async Task The_examples_of_the_guide_can_be_imported_and_every_column_is_explained()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Root(), "schema/IMPORT.md"));
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "NOAA", "SSA", "HCFA");

        var examples = Example().Matches(guide).Select(match => match.Groups[1].Value).ToList();

        foreach (var (kind, example) in Imports.Kinds.Zip(examples))
        {
            Assert.Empty((await database.ImportAsync(kind.Name, example)).Errors);
            Assert.All(
                [.. kind.RequiredColumns, .. kind.OptionalColumns],
                column => Assert.Contains($"| `{column}` |", guide, StringComparison.Ordinal)
            );
            Assert.All(
                kind.OptionalColumns,
                column => Assert.Contains($"| `{column}` | optional: ", guide, StringComparison.Ordinal)
            );
        }

        Assert.Equal(Imports.Kinds.Count, examples.Count);
    }

    [GeneratedRegex("```csv\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Path.Exists(Path.Combine(folder.FullName, ".git")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
