using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class DesignateLiaisonTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Thing = "liaison { id name coverage designatedOn endedOn reportedAt agency { abbreviation } }";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_designation_makes_the_person_the_agencys_liaison(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoneAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Pat Smith",
                    phone = "202-555-0100",
                    designatedOn = "1998-03-10",
                },
                Thing
            );

        var liaison = payload.GetProperty("liaison");
        Assert.Equal("Pat Smith", liaison.GetProperty("name").GetString());
        Assert.Equal("SELF", liaison.GetProperty("coverage").GetString());
        Assert.Equal(agency.Abbreviation, liaison.GetProperty("agency").GetProperty("abbreviation").GetString());
        Assert.Empty(payload.Warnings());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_has_one_liaison_at_a_time_unless_the_next_replaces_the_first(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server
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
                Thing
            );

        var second = await server
            .As(agency)
            .DoAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Sam",
                    phone = "2",
                    designatedOn = "1998-05-01",
                },
                Thing
            );
        var replacing = await server
            .As(agency)
            .DoAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Sam",
                    phone = "2",
                    designatedOn = "1998-05-01",
                    replace = true,
                },
                Thing
            );

        Assert.Equal(["LiaisonAlreadyDesignated input.agencyId"], second.Refusals());
        Assert.Empty(replacing.Refusals());
        var list = await server
            .As(agency)
            .AskAsync(
                "query ($by: AgencyByInput!) { agency(by: $by) { liaison { name } } }",
                new { by = new { id = agency.Id() } }
            );
        Assert.Equal("Sam", list.GetProperty("agency").GetProperty("liaison").GetProperty("name").GetString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Designations_never_overlap(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server
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
                Thing
            );

        var earlier = await server
            .As(agency)
            .DoAsync(
                "designateLiaison",
                new
                {
                    agencyId = agency.Id(),
                    name = "Sam",
                    phone = "2",
                    designatedOn = "1998-03-09",
                    replace = true,
                },
                Thing
            );

        Assert.Equal(["DesignationsOverlap input.designatedOn"], earlier.Refusals());
    }

    [Fact]
    public async Task All_faults_are_reported_at_once()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync(
                "designateLiaison",
                new
                {
                    agencyId = "nonsense",
                    name = " ",
                    title = "a\uFFFEb",
                    office = new string('x', 201),
                    designatedOn = "2999-01-01",
                },
                Thing
            );

        Assert.Equal(
            [
                "TextMissing input.name",
                "TextNotStorable input.title",
                "TextTooLong input.office",
                "LiaisonUnreachable input.phone",
                "AgencyNotFound input.agencyId",
            ],
            payload.Refusals()
        );
        Assert.Equal(["input.designatedOn"], payload.Warnings());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_designations_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payloads = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    server
                        .As(agency)
                        .DoAsync(
                            "designateLiaison",
                            new
                            {
                                agencyId = agency.Id(),
                                name = $"Person {i}",
                                phone = "1",
                                designatedOn = "1998-03-10",
                            },
                            Thing
                        )
                )
        );

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["LiaisonAlreadyDesignated input.agencyId"], p.Refusals())
        );
    }
}
