using System.Xml.Linq;

namespace Cwa.Graph.Tests.Architecture;

/// <summary>The files of the pages that no formatter looks at.</summary>
public sealed class PageFileTests
{
    private const int MostColumns = 120;
    private const int MostLines = 250;

    private static readonly string Pages = Repository.PathOf("src/Cwa.Dashboard");

    private static readonly string[] Written = [.. Files("razor"), .. Files("css"), .. Files("js")];

    [Fact]
    public void They_fit_on_a_screen()
    {
        Assert.NotEmpty(Written);
        Assert.DoesNotContain(Written, file => File.ReadLines(PathOf(file)).Count() > MostLines);
        Assert.DoesNotContain(
            Written.SelectMany(file =>
                File.ReadLines(PathOf(file)).Select((line, i) => (Place: $"{file}:{i + 1}", line))
            ),
            line => line.line.Length > MostColumns
        );
    }

    [Fact]
    public void Every_part_of_the_style_sheet_and_of_the_script_is_served()
    {
        var joined = XDocument
            .Load(PathOf("Cwa.Dashboard.csproj"))
            .Descendants("AssetPart")
            .Select(part => part.Attribute("Include")!.Value);

        Assert.Equal(
            [.. Files("css"), .. Files("js")],
            joined.Order(StringComparer.Ordinal).OrderBy(Path.GetExtension)
        );
    }

    private static string PathOf(string file) => Path.Combine(Pages, file);

    /// <summary>The files of a kind that people write, below the pages' folder.</summary>
    private static IEnumerable<string> Files(string kind) =>
        Directory
            .EnumerateFiles(Pages, $"*.{kind}", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Pages, file).Replace('\\', '/'))
            .Where(file => file.Split('/')[0] is not ("wwwroot" or "bin" or "obj"))
            .Order(StringComparer.Ordinal);
}
