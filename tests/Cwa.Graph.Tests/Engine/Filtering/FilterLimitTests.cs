using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class FilterLimitTests(Library library) : IClassFixture<Library>
{
    private const string Query = "query ($where: BookFilterInput) { books(first: 1, where: $where) { totalCount } }";

    public static TheoryData<string, Func<int, object>> Shapes =>
        new()
        {
            { "and", count => new { and = Many(count, () => new { pages = new { gt = 1 } }) } },
            { "or", count => new { or = Many(count, () => new { pages = new { gt = 1 } }) } },
            {
                "two to a member",
                count => new
                {
                    and = Many(count / 2, () => new { pages = new { gt = 1, lt = 9 } })
                        .Concat(Many(count % 2, () => new { pages = new { gt = 1 } })),
                }
            },
            { "nothing at all", count => new { and = Many(count, () => new { }) } },
            { "no operators", count => new { or = Many(count, () => new { title = new { } }) } },
            { "empty lists", count => new { or = Many(count, () => new { and = Array.Empty<object>() }) } },
            {
                "nested",
                count => new
                {
                    author = new
                    {
                        books = new { some = new { or = Many(count - 10, () => new { pages = new { gt = 1 } }) } },
                    },
                }
            },
            { "nested nothing", count => new { and = Many(count, () => new { author = new { } }) } },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_where_may_have_at_most_a_hundred_conditions(string shape, Func<int, object> where)
    {
        Assert.True((await library.AskAsync(Query, new { where = where(100) })).Code == "", shape);
        Assert.True(
            (await library.AskAsync(Query, new { where = where(101) })).Code == ErrorCodes.LimitExceeded,
            shape
        );
        Assert.True(
            (await library.AskAsync(Query, new { where = where(5_000) })).Code == ErrorCodes.LimitExceeded,
            shape
        );
    }

    [Fact]
    public async Task A_where_of_a_nested_page_has_the_same_limit()
    {
        var answer = await library.AskAsync(
            "query ($where: BookFilterInput) { authors(first: 1) { nodes { books(first: 1, where: "
                + "$where) { totalCount } } } }",
            new { where = new { and = Many(101, () => new { }) } }
        );

        Assert.Equal(ErrorCodes.LimitExceeded, answer.Code);
    }

    [Fact]
    public async Task The_conditions_of_all_fields_add_up()
    {
        Assert.Equal("", await TwoAsync(50, 50));
        Assert.Equal(ErrorCodes.LimitExceeded, await TwoAsync(50, 51));

        async Task<string> TwoAsync(int one, int other) =>
            (
                await library.AskAsync(
                    "query ($one: BookFilterInput, $other: BookFilterInput) { one: books(where: $one) { totalCount } "
                        + "other: books(where: $other) { totalCount } }",
                    new
                    {
                        one = new { and = Many(one, () => new { }) },
                        other = new { and = Many(other, () => new { }) },
                    }
                )
            ).Code;
    }

    [Fact]
    public async Task The_conditions_of_a_nested_page_count_once_for_all_parents()
    {
        var answer = await library.AskAsync(
            "query ($where: BookFilterInput) { authors { nodes { books(where: $where) { totalCount } } } }",
            new { where = new { and = Many(100, () => new { }) } }
        );

        Assert.InRange(answer.Succeeds().At("authors.nodes").GetArrayLength(), 2, 20);
    }

    [Fact]
    public async Task A_list_of_values_is_one_condition() =>
        Assert.Equal(
            library.VisibleBooks.Count(b => b.Title == "Poems"),
            (
                await library.AskAsync(
                    Query,
                    new
                    {
                        where = new
                        {
                            title = new { @in = Enumerable.Range(0, 5_000).Select(i => $"none {i}").Append("Poems") },
                        },
                    }
                )
            )
                .Succeeds()
                .At("books.totalCount")
                .GetInt32()
        );

    [Fact]
    public async Task The_most_deeply_nested_where_that_JSON_allows_is_answered()
    {
        object where = new { pages = new { gt = 1 } };
        for (var level = 0; level < 13; level++)
            where = new { or = new[] { where } };

        (await library.AskAsync(Query, new { where })).Succeeds();
    }

    private static object[] Many(int count, Func<object> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
}
