namespace Cwa.Graph.Tests.Engine;

/// <summary>Small documents that would keep a naive server busy for hours.</summary>
public sealed class HostileDocumentTests(Library library) : IClassFixture<Library>
{
    // Each takes milliseconds; the rest allows for a busy machine. Without the limits some would take hours.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Documents =>
        new()
        {
            { "a chain that doubles", Chain(30, "__typename", used: true) },
            { "a chain that doubles and ends nowhere", Chain(48, "...Nowhere", used: true) },
            { "a chain that doubles and ends in itself", Chain(48, "...F0", used: true) },
            { "a chain that nobody uses", Chain(30, "__typename", used: false) },
            { "a chain that nobody uses and that ends in itself", Chain(48, "...F47", used: false) },
            {
                "a chain through inline fragments",
                Chain(20, "__typename", used: true).Replace("...F19 ", "...{...F19} ", StringComparison.Ordinal)
            },
            {
                "every fragment spreads every other",
                "{...F0}" + Many(18, i => $" fragment F{i} on Query{{" + Many(18, j => $"...F{j} ") + "}")
            },
            {
                "every fragment spreads every other and a field",
                "{...F0}" + Many(11, i => $" fragment F{i} on Query{{__typename " + Many(11, j => $"...F{j} ") + "}")
            },
            { "a fragment that spreads itself", "{...F} fragment F on Query{...F ...F ...F}" },
            { "one field over and over", "{" + Repeat("fails ", 990) + "}" },
            { "one field over and over with different arguments", "{" + Many(160, i => $"echo(number:{i})") + "}" },
            {
                "fields that overlap in fragments",
                "{" + Repeat("...F ", 15) + "} fragment F on Query{" + Repeat("fails ", 120) + "}"
            },
            { "objects that overlap", "{" + Repeat("authors{nodes{id name}}", 90) + "}" },
            { "objects that overlap at every level", Overlapping(6) },
            { "introspection over and over", "{" + Repeat("__schema{types{fields{name}}}", 90) + "}" },
            { "lists in lists", "{echo(number:" + new string('[', 480) + new string(']', 480) + ")}" },
            {
                "objects in objects",
                "{books(where:" + Repeat("{and:", 240) + "1" + new string('}', 240) + "){totalCount}}"
            },
            { "blocks in blocks", new string('{', 499) },
            { "types in types", "query($a:" + new string('[', 490) + "Int" + new string(']', 490) + "){__typename}" },
            { "variables nobody uses", "query(" + Many(240, i => $"$a{i}:Int ") + "){__typename}" },
            { "a string of escapes that does not end", "{echo(text:\"" + Repeat("\\\"", 8_000) + "\n)}" },
            { "escapes in a string", "{echo(number:1,text:\"" + Repeat("\\u{1F600}", 1_700) + "\")}" },
            { "operations nobody runs", Many(240, i => $"query Q{i}{{__typename}}") },
        };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_hostile_document_is_answered_quickly_and_delays_nobody(string what, string document)
    {
        await library.AskAsync("{ __typename }");

        var hostile = Task.Run(() => library.AskAsync(document));
        var others = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => library.AskAsync("{ __typename }")))
            .WaitAsync(Patience);
        var answer = await hostile.WaitAsync(Patience);

        Assert.All(others, other => Assert.Equal("Query", other.Data.GetProperty("__typename").GetString()));
        Assert.True(answer.Status is 200, $"{what}: {answer.Text}");
        Assert.True(document.Length <= 16 * 1024, what);
        Assert.True(answer.Errors.Count <= 20 && answer.Text.Length < 64 * 1024, answer.Text);
        Assert.DoesNotContain(
            "INTERNAL_SERVER_ERROR",
            answer.Codes.Where(_ => !document.Contains("fails", StringComparison.Ordinal))
        );
    }

    private static string Chain(int length, string end, bool used) =>
        (used ? "{...F0}" : "{__typename}")
        + Many(length, i => $" fragment F{i} on Query{{" + (i == length - 1 ? end : $"...F{i + 1} ...F{i + 1} ") + "}");

    private static string Overlapping(int levels) =>
        levels == 0 ? "id"
        : levels == 6 ? "{" + string.Concat(Enumerable.Repeat("authors{nodes{" + Overlapping(2) + "}}", 20)) + "}"
        : "id books{nodes{author{" + Overlapping(levels - 1) + "} author{" + Overlapping(levels - 1) + "}}}";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Many(int times, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, times).Select(text));
}
