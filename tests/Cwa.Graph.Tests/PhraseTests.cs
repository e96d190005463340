using System.Text.RegularExpressions;

namespace Cwa.Graph.Tests;

/// <summary>The table in schema/operations/README.md of what each phrase of the memorandum became.</summary>
public sealed partial class PhraseTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Repository.PathOf("schema/operations/README.md"))
            .SkipWhile(line => !line.StartsWith("## The memorandum", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..5]),
    ];

    [Fact]
    public void No_phrase_of_the_memorandum_is_left_out()
    {
        var memorandum = Blank()
            .Replace(File.ReadAllText(Repository.PathOf("src/Cwa.Model/Directive/memorandum.txt")), " ");
        var begin = memorandum.IndexOf("This Administration", StringComparison.Ordinal);
        var end = memorandum.IndexOf(" WILLIAM J. CLINTON", StringComparison.Ordinal);

        Assert.Equal(memorandum[begin..end], string.Join(' ', Rows.Select(row => row[0])));
    }

    [Fact]
    public void Each_has_an_operation_a_page_and_tests_or_a_reason_why_it_is_not_measured()
    {
        var pages = FilesBelow("src/Cwa.Dashboard", "*.razor")
            .Select(file => PageAddress().Match(File.ReadAllText(file)).Groups[1].Value)
            .ToHashSet();
        var tests = FilesBelow("tests", "*Tests.cs").Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Assert.All(
            Rows,
            row =>
            {
                if (row[1].StartsWith("Not measured: ", StringComparison.Ordinal))
                    return;
                var operation = Link().Match(row[1]).Groups[1].Value;
                Assert.True(File.Exists(Repository.PathOf($"schema/operations/{operation}")), row[1]);
                Assert.Contains(row[2].Trim('`'), pages);
                Assert.Contains(row[3].Trim('`'), tests);
            }
        );
    }

    private static IEnumerable<string> FilesBelow(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\]\((\S+\.graphql)\)$")]
    private static partial Regex Link();

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex PageAddress();
}
