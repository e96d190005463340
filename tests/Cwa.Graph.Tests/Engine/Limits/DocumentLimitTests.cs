using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class DocumentLimitTests(Library library) : IClassFixture<Library>
{
    private const string LimitExceeded = ErrorCodes.LimitExceeded;

    private static readonly Limits Most = new();

    [Fact]
    public Task A_document_has_a_maximum_size_in_bytes() =>
        Holds(Most.DocumentBytes, bytes => "{__typename}#" + new string('x', bytes - 14) + "\n");

    [Fact]
    public Task The_size_of_a_document_is_counted_in_bytes_and_not_characters() =>
        Holds(Most.DocumentBytes / 2, pairs => "{__typename}#x" + new string('é', pairs - 7));

    [Fact]
    public Task A_document_has_a_maximum_number_of_tokens() =>
        Holds(Most.Tokens, tokens => "{" + Repeat("__typename ", tokens - 2) + "}");

    [Fact]
    public Task A_name_has_a_maximum_length() =>
        Holds(Most.NameCharacters, letters => "{" + new string('a', letters) + ":__typename}");

    [Fact]
    public Task A_document_has_a_maximum_number_of_aliases() =>
        Holds(Most.Aliases, aliases => "{" + Many(aliases, i => $"a{i}:__typename ") + "}");

    [Fact]
    public Task A_document_has_a_maximum_number_of_fragments() =>
        Holds(
            Most.Fragments,
            fragments => "{" + Repeat("...{__typename}", fragments - 1) + "...F} fragment F on Query{__typename}"
        );

    [Fact]
    public Task A_document_has_a_maximum_number_of_directives() =>
        Holds(Most.Directives, directives => "{" + Repeat("__typename @skip(if:false) ", directives) + "}");

    [Theory]
    [InlineData("query % { __typename }")]
    [InlineData("{ ...F % } fragment F on Query { __typename }")]
    [InlineData("{ ...F } fragment F on Query % { __typename }")]
    [InlineData("{ ... % { __typename } }")]
    public async Task A_directive_counts_wherever_it_stands(string document)
    {
        // Whether it may stand there is asked later.
        Assert.DoesNotContain(LimitExceeded, (await library.AskAsync(With(Most.Directives))).Codes);
        Assert.Equal(LimitExceeded, (await library.AskAsync(With(Most.Directives + 1))).Code);

        string With(int directives) =>
            document.Replace("%", Repeat("@skip(if: false) ", directives), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_document_has_a_maximum_depth() => Holds(Most.Depth, levels => Nested(levels));

    [Fact]
    public Task The_depth_of_a_fragment_counts() =>
        Holds(
            Most.Depth,
            levels =>
                "{authors(first:1){nodes{...A}}} fragment A on Author{books(first:1){nodes{author{"
                + Inner(levels - 5)
                + "}}}}"
        );

    [Fact]
    public Task The_depth_before_a_shallow_field_counts() =>
        Holds(Most.Depth, levels => Nested(levels)[..^1] + " __typename}");

    [Fact]
    public async Task The_depth_of_a_fragment_that_is_not_spread_counts() =>
        Assert.Equal(
            LimitExceeded,
            (await library.AskAsync("{__typename} fragment F on Query" + Nested(Most.Depth + 1))).Code
        );

    [Fact]
    public Task The_depth_beside_an_introspection_counts() =>
        Holds(
            Most.Depth,
            levels =>
                "{__schema{types{fields{type{ofType{ofType{ofType{ofType{ofType{ofType{name}}}}}}}}}} "
                + Nested(levels)[1..]
        );

    [Fact]
    public Task An_introspection_has_a_maximum_depth_of_its_own() =>
        Holds(
            Most.IntrospectionDepth,
            levels =>
                "{__type(name:\"Book\"){" + Repeat("ofType{", levels - 1) + "name" + new string('}', levels - 1) + "}}"
        );

    [Theory]
    [InlineData("{__schema{types{fields{name}}}}", "")]
    [InlineData("{__schema{types{fields{type{fields{name}}}}}}", LimitExceeded)]
    [InlineData("{__schema{types{name fields{name type{name}} name}}}", "")]
    [InlineData("{__schema{types{name fields{name type{name fields{name} name} name} name}}}", LimitExceeded)]
    [InlineData("{__schema{types{possibleTypes{interfaces{name}}}}}", LimitExceeded)]
    [InlineData("{__schema{types{...T}}} fragment T on __Type{fields{type{inputFields{name}}}}", LimitExceeded)]
    public async Task An_introspection_may_nest_two_lists(string query, string code) =>
        Assert.Equal(code, (await library.AskAsync(query)).Code);

    [Fact]
    public Task A_document_has_a_maximum_number_of_selections_after_its_fragments_are_expanded() =>
        Holds(
            Most.Selections,
            selections =>
                "{"
                + Repeat("...F ", 20)
                + Repeat("__typename ", selections - 1980)
                + "} fragment F on Query{"
                + Repeat("__typename ", 98)
                + "}"
        );

    [Fact]
    public async Task An_alias_in_a_fragment_counts_once_wherever_it_is_spread()
    {
        var query =
            "{__schema{queryType{...T} mutationType{...T}}} fragment T on __Type{"
            + Many(Most.Aliases, i => $"a{i}:name ")
            + "}";

        Assert.Equal("", (await library.AskAsync(query)).Code);
    }

    [Fact]
    public async Task A_refused_document_causes_no_database_statement()
    {
        library.Statements.Clear();

        var answer = await library.AskAsync(Nested(Most.Depth + 1));

        Assert.Equal(LimitExceeded, answer.Code);
        Assert.Empty(library.Statements.All);
    }

    private async Task Holds(int most, Func<int, string> document)
    {
        Assert.Equal("", (await library.AskAsync(document(most))).Code);

        Assert.Equal(LimitExceeded, (await library.AskAsync(document(most + 1))).Code);
    }

    private static string Nested(int levels) =>
        "{authors(first:1){nodes{books(first:1){nodes{author{" + Inner(levels - 5) + "}}}}}}";

    // Levels below an author, the last of which is a leaf.
    private static string Inner(int levels) =>
        levels switch
        {
            1 => "id",
            2 => "books(first:1){totalCount}",
            _ => "books(first:1){nodes{" + (levels == 3 ? "id" : "author{" + Inner(levels - 3) + "}") + "}}",
        };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Many(int times, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, times).Select(text));
}
