using System.Text.Json;

namespace Cwa.Graph.Tests;

public sealed class ReadableAnswerTests
{
    [Fact]
    public void An_object_that_fits_on_a_line_is_written_on_one_line() =>
        Assert.StartsWith(
            "{ name: \"é\", days: [1, 2], none: null }\nwhole: ",
            Read("""{"name":"é","days":[1,2],"none":null}""")
        );

    [Fact]
    public void A_long_list_is_cut_short_and_says_how_much_is_missing()
    {
        var lines = Read(Numbers(100)).Split('\n');

        Assert.Equal(["[", "  { n: 0 }", "  { n: 1 }"], lines[..3]);
        Assert.Equal(["  { n: 39 }", "  … and 60 more", "]"], lines[40..43]);
    }

    [Fact]
    public void The_digest_covers_what_is_cut()
    {
        var (shown, changed) = (Read(Numbers(100)), Read(Numbers(100).Replace("99", "98", StringComparison.Ordinal)));

        Assert.Equal(shown.Split("whole: ")[0], changed.Split("whole: ")[0]);
        Assert.NotEqual(shown, changed);
    }

    private static string Numbers(int count) =>
        JsonSerializer.Serialize(Enumerable.Range(0, count).Select(n => new { n }));

    private static string Read(string json) => ReadableAnswer.Of(JsonSerializer.Deserialize<JsonElement>(json));
}
