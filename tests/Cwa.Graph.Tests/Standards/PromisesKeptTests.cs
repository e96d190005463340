using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>How the promises of two departments are kept, few enough to count by hand.</summary>
/// <remarks>
/// DEPT promises veterans two things: one was kept in spring, and not kept in summer; the other was not kept in spring,
/// and kept in summer. BUR, its bureau, promised beneficiaries something that was never measured, and something whose
/// newest measurement has no value, though it was kept before. OTHER promised veterans something that it kept; what was
/// measured later was withdrawn. It withdrew another promise, which it had not kept.
/// </remarks>
public sealed class PromisesKeptTests(PromisesKeptTests.Servers governments) : IClassFixture<PromisesKeptTests.Servers>
{
    private static readonly string[] Figures = ["promises", "kept", "notKept", "undecided"];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_promise_counts_once_as_its_newest_measurement_has_it(string provider)
    {
        var server = await governments.OnAsync(provider);

        var all = await AskAsync(server);

        Assert.Equal(["6 2 2 2"], new[] { all }.Lines(Figures));
        Assert.Equal(
            ["DEPT 4 1 1 2", "OTHER 2 1 1 0"],
            all.GetProperty("byDepartment").Lines(["department.abbreviation", .. Figures])
        );
        // The first two have the same figures, and so no order of their own.
        var agencies = all.GetProperty("byAgency").Lines(["agency.abbreviation", .. Figures]).ToList();
        Assert.Equal(["DEPT 2 1 1 0", "OTHER 2 1 1 0"], agencies.Take(2).Order(StringComparer.Ordinal));
        Assert.Equal(["BUR 2 0 0 2"], agencies.Skip(2));
        Assert.Equal(
            ["VETERANS 4 2 2 0", "BENEFICIARIES 2 0 0 2"],
            all.GetProperty("byCustomerGroup").Lines(["customerGroup", .. Figures])
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Conditions_choose_promises_and_none_are_none(string provider)
    {
        var server = await governments.OnAsync(provider);

        var holding = await AskAsync(server, "{ withdrawnOn: { eq: null } }");
        var ofBureau = await AskAsync(server, "{ agency: { abbreviation: { eq: \"BUR\" } } }");
        var none = await AskAsync(server, "{ effectiveFrom: { gte: \"1999-01-01\" } }");

        Assert.Equal(["5 2 1 2"], new[] { holding }.Lines(Figures));
        Assert.Equal(["2 0 0 2"], new[] { ofBureau }.Lines(Figures));
        Assert.Equal(
            ["DEPT 2 0 0 2"],
            ofBureau.GetProperty("byDepartment").Lines(["department.abbreviation", .. Figures])
        );
        Assert.Equal(["0 0 0 0"], new[] { none }.Lines(Figures));
        Assert.Empty(none.GetProperty("byAgency").EnumerateArray());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_newest_measurements_are_one_for_each_promise_that_was_ever_measured(string provider)
    {
        var server = await governments.OnAsync(provider);

        // Of the promise of OTHER the later one was withdrawn; one of BUR was never measured.
        Assert.Equal(
            [
                "BUR 1998-07 - -",
                "DEPT 1998-07 90 False",
                "DEPT 1998-07 96 True",
                "OTHER 1998-04 90 False",
                "OTHER 1998-04 96 True",
            ],
            await MeasuredAsync("newest: { eq: true }")
        );
        Assert.Equal(
            ["BUR 1998-04 96 True", "DEPT 1998-04 90 False", "DEPT 1998-04 96 True"],
            await MeasuredAsync("newest: { eq: false }")
        );
        // By each operator.
        foreach (var (older, newer) in new[] { ("in: [false]", "in: [true]"), ("nin: [true]", "nin: [false, false]") })
        {
            Assert.Equal(3, (await MeasuredAsync($"newest: {{ {older} }}")).Count());
            Assert.Equal(5, (await MeasuredAsync($"newest: {{ {newer} }}")).Count());
        }

        Assert.Equal(8, (await MeasuredAsync("newest: { in: [true, false] }")).Count());
        Assert.Empty(await MeasuredAsync("newest: { nin: [true, false] }"));
        // The newest of all: what is newest in spring alone is not asked.
        Assert.Equal(
            ["OTHER 1998-04 90 False", "OTHER 1998-04 96 True"],
            await MeasuredAsync("newest: { eq: true }, toMonth: { lte: \"1998-06\" }")
        );

        async Task<IEnumerable<string>> MeasuredAsync(string where)
        {
            var answer = await server.Public.SendAsync(
                $$"""
                {
                  measurements(where: { {{where}} }) {
                    nodes { fromMonth value met standard { agency { abbreviation } } }
                  }
                }
                """
            );
            var nodes = answer.GetProperty("data").GetProperty("measurements").GetProperty("nodes");
            return nodes
                .Lines("standard.agency.abbreviation", "fromMonth", "value", "met")
                .Order(StringComparer.Ordinal);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task However_many_promises_there_are_it_takes_one_statement_and_one_for_the_agencies(string provider)
    {
        var server = await governments.OnAsync(provider);
        server.Public.Statements.Clear();

        // An answer that was asked for before would be kept.
        await AskAsync(server, "{ effectiveFrom: { gte: \"1990-01-01\" } }");

        Assert.Equal(2, server.Public.Statements.All.Count);
    }

    // Everyone may read it.
    private static async Task<JsonElement> AskAsync(CwaServer server, string where = "{}")
    {
        var figures = string.Join(' ', Figures);
        var answer = await server.Public.SendAsync(
            $$"""
            {
              promisesKept(where: {{where}}) {
                {{figures}}
                byDepartment { department { abbreviation } {{figures}} }
                byAgency { agency { abbreviation } {{figures}} }
                byCustomerGroup { customerGroup {{figures}} }
              }
            }
            """
        );
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("promisesKept");
    }

    public sealed class Servers : LentServers
    {
        protected override async Task<CwaServer> StartAsync(string provider)
        {
            var database = Shared.For(await TestDatabase.CreateAsync(provider));
            await using var db = await database.Contexts.CreateDbContextAsync();
            var dept = AgencyOf("DEPT", AgencyKind.ExecutiveDepartment);
            var bur = AgencyOf("BUR", AgencyKind.Bureau, dept);
            var other = AgencyOf("OTHER", AgencyKind.ExecutiveDepartment);
            db.AddRange(dept, bur, other);

            Promise(dept, CustomerGroup.Veterans, 96, 90);
            Promise(dept, CustomerGroup.Veterans, 90, 96);
            Promise(bur, CustomerGroup.Beneficiaries);
            Promise(bur, CustomerGroup.Beneficiaries, 96, null);
            var withdrawn = Promise(other, CustomerGroup.Veterans, 96, 90).Measured[1];
            db.Entry(withdrawn).Property(m => m.RetractedAt).CurrentValue = Washington.At(new(1998, 10, 2), new(12, 0));
            db.Entry(withdrawn).Property(m => m.RetractionReason).CurrentValue = "It was another's.";
            Promise(other, CustomerGroup.Veterans, 90).Standard.Withdraw(new(1998, 9, 1));
            await db.SaveChangesAsync();
            return CwaServer.OnDay(database, "1998-11-10");

            (ServiceStandard Standard, Measurement[] Measured) Promise(
                Agency agency,
                CustomerGroup customers,
                params double?[] values
            )
            {
                var standard = new ServiceStandard(
                    agency.Id,
                    "We answer.",
                    "Calls answered",
                    "percent",
                    95,
                    TargetDirection.AtLeast,
                    customers,
                    new(1998, 1, 1)
                );
                Measurement[] measured =
                [
                    .. values.Select(
                        (value, i) =>
                            new Measurement(
                                standard,
                                new(1998, 4 + 3 * i),
                                new(1998, 6 + 3 * i),
                                value,
                                value is null ? MissingReason.NotCollected : null
                            )
                    ),
                ];
                db.Add(standard);
                db.AddRange(measured);
                return (standard, measured);
            }
        }

        private static Agency AgencyOf(string abbreviation, AgencyKind kind, Agency? parent = null) =>
            new(
                abbreviation,
                $"Agency {abbreviation}",
                kind,
                parent,
                DirectiveStanding.Directed,
                "As this government has it"
            );
    }
}
