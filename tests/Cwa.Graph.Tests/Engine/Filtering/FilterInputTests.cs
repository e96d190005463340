namespace Cwa.Graph.Tests.Engine;

public sealed class FilterInputTests(Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task Each_field_of_a_where_takes_the_operators_of_its_value()
    {
        var fields = (
            await library.AskAsync("{ __type(name: \"BookFilterInput\") { inputFields { name type { name } } } }")
        )
            .Succeeds()
            .At("__type.inputFields")
            .EnumerateArray()
            .Select(f => $"{f.GetProperty("name")}: {f.GetProperty("type").GetProperty("name")}");

        Assert.Equal(
            [
                "and: ",
                "or: ",
                "title: StringOperationFilterInput",
                "subtitle: StringOperationFilterInput",
                "publishedOn: DateOperationFilterInput",
                "addedAt: DateTimeOperationFilterInput",
                "pages: IntOperationFilterInput",
                "copies: LongOperationFilterInput",
                "weight: FloatOperationFilterInput",
                "genre: GenreOperationFilterInput",
                "isLent: BooleanOperationFilterInput",
                "isNew: BooleanOperationFilterInput",
                "author: AuthorFilterInput",
                "prequel: BookFilterInput",
            ],
            fields
        );
    }

    [Theory]
    [InlineData("StringOperationFilterInput", true)]
    [InlineData("IntOperationFilterInput", false)]
    public async Task Only_of_text_it_is_said_how_it_is_compared(string input, bool said)
    {
        var type = (await library.AskAsync($"{{ __type(name: \"{input}\") {{ description }} }}")).Succeeds();

        Assert.Equal(
            said,
            type.At("__type.description").GetString()!.Contains("regardless of case", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Only_of_a_record_that_may_be_missing_null_is_explained()
    {
        var explained = (
            await library.AskAsync("{ __type(name: \"BookFilterInput\") { inputFields { name description } } }")
        )
            .Succeeds()
            .At("__type.inputFields")
            .EnumerateArray()
            .Where(f => f.GetProperty("description").GetString()!.Contains("Null", StringComparison.Ordinal))
            .Select(f => $"{f.GetProperty("name")}: {f.GetProperty("description")}");

        Assert.Equal(["prequel: The book before. Null asks for records without one."], explained);
    }
}
