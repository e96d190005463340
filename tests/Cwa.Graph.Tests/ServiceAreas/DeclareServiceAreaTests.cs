using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

public sealed class DeclareServiceAreaTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_state_has_one_service_area_whose_numbers_can_be_declared_again(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var first = await DeclareAsync(server, agency, 5_000_000_000, 10);
        var second = await DeclareAsync(server, agency, 7, 8);

        Assert.Equal(5_000_000_000, first.GetProperty("serviceArea").GetProperty("customersLiving").GetInt64());
        Assert.Equal(first.GetProperty("serviceArea").Text("id"), second.GetProperty("serviceArea").Text("id"));
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var area = await db.ServiceAreas.SingleAsync(a => a.AgencyId == agency.Id);
        Assert.Equal((7, 8), (area.CustomersLiving, area.CustomersWorking));
    }

    [Fact]
    public async Task The_same_numbers_again_are_not_announced()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await DeclareAsync(server, agency, 7, 8);

        var again = await DeclareAsync(server, agency, 7, 8);

        Assert.Equal(7, again.GetProperty("serviceArea").GetProperty("customersLiving").GetInt64());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.AgencyId == agency.Id));
        Assert.Equal(
            [FeedKind.ServiceAreaDeclared],
            await db.FeedEntries.Where(e => e.AgencyId == agency.Id).Select(e => e.Kind).ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Simultaneous_declarations_for_one_state_end_in_one_service_area(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payloads = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => DeclareAsync(server, agency, i, i)));

        Assert.All(payloads, payload => Assert.Empty(payload.Refusals()));
        Assert.Single(payloads.Select(payload => payload.GetProperty("serviceArea").Text("id")).Distinct());
    }

    [Fact]
    public async Task Customers_number_from_zero_to_a_trillion_and_are_declared_by_their_own_agency()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();

        var payload = await server
            .As(other)
            .DoAsync(
                "declareServiceArea",
                new
                {
                    agencyId = agency.Id(),
                    state = "CA",
                    customersLiving = -1,
                    customersWorking = 1_000_000_000_001,
                }
            );

        Assert.Equal(
            [
                "NegativeNumber input.customersLiving",
                "NumberTooLarge input.customersWorking",
                "AgencyNotFound input.agencyId",
            ],
            payload.Refusals()
        );
    }

    private static Task<JsonElement> DeclareAsync(CwaServer server, Agency agency, long living, long working) =>
        server
            .As(agency)
            .DoAsync(
                "declareServiceArea",
                new
                {
                    agencyId = agency.Id(),
                    state = "CA",
                    customersLiving = living,
                    customersWorking = working,
                },
                "serviceArea { id customersLiving customersWorking }"
            );
}
