using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class EndLiaisonDesignationTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_designation_ends_once_and_not_before_it_began(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var caller = server.As(agency);
        const string thing = "liaison { id endedOn }";
        var designated = await caller.DoneAsync(
            "designateLiaison",
            new
            {
                agencyId = agency.Id(),
                name = "Pat",
                phone = "1",
                designatedOn = "1998-03-10",
            },
            thing
        );
        var liaisonId = designated.GetProperty("liaison").Text("id");

        var tooEarly = await caller.DoAsync("endLiaisonDesignation", new { liaisonId, endedOn = "1998-03-09" }, thing);
        var ended = await caller.DoneAsync("endLiaisonDesignation", new { liaisonId, endedOn = "1998-06-01" }, thing);
        var again = await caller.DoAsync("endLiaisonDesignation", new { liaisonId, endedOn = "1998-07-01" }, thing);
        var next = await caller.DoAsync(
            "designateLiaison",
            new
            {
                agencyId = agency.Id(),
                name = "Sam",
                phone = "1",
                designatedOn = "1998-05-01",
            },
            thing
        );

        Assert.Equal(["EndBeforeStart input.endedOn"], tooEarly.Refusals());
        Assert.Equal("1998-06-01", ended.GetProperty("liaison").Text("endedOn"));
        Assert.Equal(["DesignationEnded input.liaisonId"], again.Refusals());
        Assert.Equal(["DesignationsOverlap input.designatedOn"], next.Refusals());
    }

    [Fact]
    public async Task A_liaison_of_another_agency_is_not_found()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var designated = await server
            .As(agency)
            .DoneAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Pat",
                    phone = "1",
                    designatedOn = "1998-03-10",
                },
                "liaison { id }"
            );

        var payload = await server
            .As(other)
            .DoAsync(
                "endLiaisonDesignation",
                new { liaisonId = designated.GetProperty("liaison").Text("id"), endedOn = "1998-06-01" }
            );

        Assert.Equal(["RecordNotFound input.liaisonId"], payload.Refusals());
    }
}
