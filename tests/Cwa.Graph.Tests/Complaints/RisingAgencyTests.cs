using Cwa.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests;

public sealed class RisingAgencyTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_rises_if_it_received_more_in_each_of_so_many_months(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (rose, little, few, more, kinds) = (
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync(),
            await server.HasAgencyAsync()
        );
        var late = await server.HasKindAsync(kinds, "Late letters");
        await server.StoreAsync(
            // 20 + 30 = 50 becomes 40 + 20 = 60: up 20 percent and 10 complaints.
            rose.In("1998-05", 0, 20, 20),
            rose.In("1998-06", 0, 30, 30),
            rose.In("1998-07", 0, 40, 40),
            rose.In("1998-08", 0, 20, 20),
            // 100 becomes 119: up 19 percent.
            little.In("1998-05", 0, 100, 0),
            little.In("1998-07", 0, 119, 0),
            // 9 more, after none.
            few.In("1998-05", 0, 0, 0),
            few.In("1998-07", 0, 9, 0),
            // 50 in one month, 100 in two.
            more.In("1998-06", 0, 50, 0),
            more.In("1998-07", 0, 50, 0),
            more.In("1998-08", 0, 50, 0),
            // 10 becomes 30; the kind is part of the total and is not counted twice.
            kinds.In("1998-06", 0, 10, 0),
            kinds.In("1998-06", 0, 10, 0, category: late),
            kinds.In("1998-08", 0, 30, 0),
            kinds.In("1998-08", 0, 30, 0, category: late)
        );
        Guid[] mine = [rose.Id, little.Id, few.Id, more.Id, kinds.Id];
        using var scope = server.Services.CreateScope();
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var growth = GrowthFor(scope, mine);

        var risen = await growth.RisenAgenciesAsync(
            db,
            new(1998, 7),
            new(1998, 8),
            new(),
            null,
            CancellationToken.None
        );

        Assert.Equal(
            [(kinds.Id, 10, 30), (rose.Id, 50, 60)],
            risen.Select(r => (r.AgencyId, r.ReceivedBefore, r.Received))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nothing_is_said_to_have_risen_after_a_missing_number(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(agency.In("1998-07", 0, null, 0), agency.In("1998-08", 0, 100, 0));
        using var scope = server.Services.CreateScope();
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var growth = GrowthFor(scope, agency.Id);

        Assert.Empty(
            await growth.RisenAgenciesAsync(db, new(1998, 8), new(1998, 8), new(), null, CancellationToken.None)
        );
    }

    [Fact]
    public async Task The_calendar_has_a_first_month()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var scope = server.Services.CreateScope();
        await using var db = await server.Database.Contexts.CreateDbContextAsync();

        Assert.Empty(
            await GrowthFor(scope).RisenAgenciesAsync(db, new(1, 1), new(1, 3), new(), null, CancellationToken.None)
        );
    }

    private static ComplaintGrowth GrowthFor(IServiceScope scope, params Guid[] agencies) =>
        new(
            scope.ServiceProvider.GetRequiredService<Snapshots>(),
            new("pat", "pat", [Roles.Submit], agencies, agencies)
        );
}
