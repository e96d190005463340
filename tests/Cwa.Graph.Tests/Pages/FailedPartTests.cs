using System.Net;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Pages;

/// <summary>A page of which one part cannot be read.</summary>
public sealed class FailedPartTests
{
    [Fact]
    public async Task The_part_says_so_with_the_code_and_the_rest_stays()
    {
        await using var server = await CwaServer.WithServicesAsync(
            TestDatabase.Sqlite,
            services => services.AddScoped<ComplaintTrends>(_ => throw new InvalidOperationException("A secret."))
        );

        using var answer = await server.Client.GetAsync("/");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var failed = Assert.Single(
            page.QuerySelectorAll("section"),
            part => part.QuerySelector(".problem") is not null
        );
        Assert.Equal("Are customers better served?", failed.TextOf("h2"));
        Assert.StartsWith(
            "This part could not be read. Try again. INTERNAL_SERVER_ERROR ",
            failed.TextOf("[role=alert]"),
            StringComparison.Ordinal
        );
        var traceId = failed.TextOf("[role=alert]")[^32..];
        Assert.Contains(server.Log.Lines, line => line.Contains(traceId, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Contains("reports are in for November 1998.", page.TextOf("h1"), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("[aria-labelledby=calls] li"));
    }
}
