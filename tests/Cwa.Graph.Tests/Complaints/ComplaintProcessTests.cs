using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

public sealed class ComplaintProcessTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_has_one_complaint_process_until_another_replaces_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var first = await server.EstablishAsync(agency);
        var second = await server.EstablishAsync(agency, "1998-07-01");
        var replacing = await server.EstablishAsync(agency, "1998-07-01", replace: true);

        Assert.Empty(first.Refusals());
        Assert.Equal(
            ["TELEPHONE", "MAIL"],
            first.GetProperty("complaintProcess").GetProperty("channels").EnumerateArray().Select(c => c.GetString())
        );
        Assert.Equal(["ComplaintProcessAlreadyInPlace input.agencyId"], second.Refusals());
        Assert.Empty(replacing.Refusals());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var processes = await db
            .ComplaintProcesses.Where(p => p.AgencyId == agency.Id)
            .OrderBy(p => p.InPlaceOn)
            .ToListAsync();
        Assert.Equal([new DateOnly(1998, 7, 1), null], processes.Select(p => p.ReplacedOn));
        Assert.Equal(
            [processes[0].Id, processes[0].Id, processes[1].Id],
            await db
                .AuditEntries.Where(e => e.AgencyId == agency.Id)
                .OrderBy(e => e.RecordedAt)
                .ThenBy(e => e.Id)
                .Select(e => e.SubjectId)
                .ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_process_cannot_be_replaced_before_its_first_day(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.EstablishAsync(agency, "1998-03-20");

        var earlier = await server.EstablishAsync(agency, "1998-03-19", replace: true);
        var sameDay = await server.EstablishAsync(agency, "1998-03-20", replace: true);

        Assert.Equal(["ComplaintProcessesOverlap input.inPlaceOn"], earlier.Refusals());
        Assert.Empty(sameDay.Refusals());
    }

    [Fact]
    public async Task A_process_needs_a_description_and_channels_and_an_owner_and_a_number_of_days()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var payload = await server
            .As(agency)
            .DoAsync(
                "establishComplaintProcess",
                new
                {
                    agencyId = agency.Id(),
                    description = " ",
                    channels = Array.Empty<string>(),
                    owner = new string('x', 201),
                    targetDays = 0,
                    inPlaceOn = "1998-12-01",
                },
                Complaining.Process
            );

        Assert.Equal(
            [
                "TextMissing input.description",
                "TextTooLong input.owner",
                "NoChannelNamed input.channels",
                "TargetDaysNotPositive input.targetDays",
            ],
            payload.Refusals()
        );
        Assert.Equal(["input.inPlaceOn"], payload.Warnings());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_simultaneous_establishments_one_succeeds_and_the_others_are_shown_it(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var payloads = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.EstablishAsync(agency)));

        Assert.Equal(1, payloads.Count(p => p.Refusals() is []));
        Assert.All(
            payloads.Where(p => p.Refusals() is not []),
            p => Assert.Equal(["ComplaintProcessAlreadyInPlace input.agencyId"], p.Refusals())
        );
    }

    [Fact]
    public async Task Nobody_establishes_a_process_for_another_agency()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();

        var payload = await server.EstablishAsync(agency, by: other);

        Assert.Equal(["AgencyNotFound input.agencyId"], payload.Refusals());
    }
}
