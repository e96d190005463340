using Cwa.Graph.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Engine;

public sealed class FilterNodeTests(Library library) : IClassFixture<Library>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_condition_is_a_lambda_with_its_values_filled_in(bool all)
    {
        var day = new DateOnly(1998, 3, 3);
        var condition = new Combination(
            all,
            [
                FilterNode.Of<Book>("is lent", b => b.IsLent),
                FilterNode.Of<Book, int>("is longer", 101, (b, pages) => b.Pages > pages),
                FilterNode.Of<Book, DateOnly>("is newer", day, (b, than) => b.PublishedOn > than),
            ]
        );
        using var scope = library.Services.CreateScope();

        var found = condition.ToLambda<Book>(scope.ServiceProvider.GetRequiredService<IVisibility>()).Compile();

        Assert.Equal(
            library.Books.Where(b =>
                all
                    ? b.IsLent && b.Pages > 101 && b.PublishedOn > day
                    : b.IsLent || b.Pages > 101 || b.PublishedOn > day
            ),
            library.Books.Where(found)
        );
        Assert.InRange(library.Books.Count(found), 1, library.Books.Count - 1);
    }
}
