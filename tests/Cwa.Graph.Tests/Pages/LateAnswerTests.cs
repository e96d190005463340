using System.Net;
using Cwa.Dashboard;
using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Pages;

/// <summary>Pages whose operations are answered after a while, as on PostgreSQL. SQLite answers before they wait.</summary>
public sealed class LateAnswerTests
{
    [Fact]
    public async Task A_page_is_shown_only_once_it_is_read()
    {
        await using var server = await CwaServer.WithServicesAsync(
            TestDatabase.Sqlite,
            services =>
                services.AddScoped<IOperationPort>(s => new Late(ActivatorUtilities.CreateInstance<OperationPort>(s)))
        );
        var agency = (await server.HasAgencyAsync()).Abbreviation;

        foreach (
            var address in (string[])
                [
                    "/",
                    "/reports",
                    $"/agencies/{agency}",
                    "/events",
                    "/complaints",
                    "/results",
                    $"/scorecard?open={agency}",
                    "/liaisons",
                    "/data",
                    "/report",
                    $"/report/{agency}/1999-01",
                    "/queue",
                ]
        )
        {
            using var answer = await server.Client.GetAsync(address);
            var page = await answer.PageAsync();

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.DoesNotContain("There is no such page", page.TextOf("h1"), StringComparison.Ordinal);
        }

        using var none = await server.Client.GetAsync($"/report/{agency}/1997-01");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private sealed class Late(OperationPort port) : IOperationPort
    {
        public async Task<ReadOnlyMemory<byte>> ExecuteAsync(
            ReadOnlyMemory<byte> request,
            CancellationToken cancellationToken
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
            return await port.ExecuteAsync(request, cancellationToken);
        }
    }
}
