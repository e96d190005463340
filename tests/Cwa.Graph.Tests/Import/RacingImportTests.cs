using Cwa.Tests;
using static Cwa.Graph.Tests.Importing;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

public sealed class RacingImportTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const int Rounds = 6;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Imports_that_name_agencies_in_opposite_order_do_not_deadlock(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (one, two) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        // Enough rows to be written in parts, between which another import can write.
        var rows = new[] { one, two }
            .Select(agency =>
                Enumerable.Range(400, 1500).Select(year => $"{agency.Abbreviation},{year:0000}-04,1,1,1,1,1,,").ToList()
            )
            .ToList();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, Rounds)
                .Select(i =>
                    server
                        .As(one, two)
                        .ImportAsync("complaint-metrics", Figures([.. rows[i % 2], .. rows[(i + 1) % 2]]))
                )
        );

        Assert.Equal(3000, answers.Sum(answer => answer.Counts().Inserted));
        Assert.Equal(3000 * (Rounds - 1), answers.Sum(answer => answer.Counts().Unchanged));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Imports_and_mutations_that_name_each_other_as_hosts_do_not_deadlock(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (one, two) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());

        var imports = Enumerable
            .Range(1, Rounds)
            .Select(async i =>
            {
                var (first, second) = i % 2 == 0 ? (one, two) : (two, one);
                var answer = await server
                    .As(one, two)
                    .ImportAsync(
                        "events",
                        Events(
                            Hall(first, $"1998-0{i}", coHost: second.Abbreviation),
                            Hall(second, $"1998-0{i}", coHost: first.Abbreviation)
                        )
                    );
                Assert.Equal((2, 2, 0, 0), answer.Counts());
            });
        var submissions = Enumerable
            .Range(1, Rounds)
            .Select(async i =>
            {
                var (first, second) = i % 2 == 0 ? (two, one) : (one, two);
                await server
                    .As(one, two)
                    .DoneAsync(
                        "submitMonthlyReport",
                        new
                        {
                            agencyId = first.Id(),
                            month = $"1997-0{i}",
                            events = new[]
                            {
                                Planned(startsOn: $"1997-0{i}-14", others: ("coHostIds", new[] { second.Id() })),
                            },
                        },
                        Thing
                    );
            });
        var agencies = Enumerable
            .Range(1, Rounds)
            .Select(async i =>
            {
                string[] rows =
                [
                    .. new[] { one, two }.Select(a =>
                        $"{a.Abbreviation},Renamed {i},executive_department,,directed,Basis,false,"
                    ),
                ];
                var answer = await server
                    .AsAdmin()
                    .ImportAsync(
                        "agencies",
                        Agencies(
                            i % 2 == 0
                                ? rows
                                :
                                [
                                    .. rows.Reverse(),
                                    $"{one.Abbreviation}N,New,bureau,{one.Abbreviation},directed,Basis,false,",
                                ]
                        )
                    );
                Assert.InRange(answer.Counts().Rows, 2, 3);
            });

        await Task.WhenAll([.. imports, .. submissions, .. agencies]);
    }
}
