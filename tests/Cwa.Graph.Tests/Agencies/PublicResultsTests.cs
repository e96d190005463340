using Cwa.Graph.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What everyone sees of an agency's results, and what stays with it and NPR (decision 15).</summary>
public sealed class PublicResultsTests(WritingServers servers, HeardGovernments governments)
    : IClassFixture<WritingServers>,
        IClassFixture<HeardGovernments>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everyone_sees_what_changed_for_customers_and_not_what_they_said(string provider)
    {
        var server = await governments.OnAsync(provider);

        // What an employee suggested changed something too, and an action of OTHER has no outcome yet.
        var data = await server.Public.AskAsync(
            """
            { agencies(order: [{ name: ASC }]) {
                nodes { abbreviation changesForCustomers { action takenOn outcome observedOn } } } }
            """
        );
        var refused = await server.Public.SendAsync("{ agencies { nodes { findings { totalCount } } } }");

        Assert.Equal(
            """
            {"agencies":{"nodes":[
            {"abbreviation":"BUR","changesForCustomers":[{"action":"We did it.","takenOn":"1998-05-27","outcome":"Lines are shorter.","observedOn":"1998-06-05"}]},
            {"abbreviation":"DEPT","changesForCustomers":[]},
            {"abbreviation":"OTHER","changesForCustomers":[]}]}}
            """.ReplaceLineEndings(""),
            data.ToString()
        );
        Assert.Contains(ErrorCodes.Unauthenticated, refused.ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everyone_sees_how_a_promise_was_kept_and_not_what_was_corrected(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var standard = await server.HasStandardAsync(agency);
        var right = (await server.MeasureAsync(agency, standard, value: 9)).GetProperty("measurement").Text("id")!;
        var wrong = (await server.MeasureAsync(agency, standard, "1998-07", "1998-09"))
            .GetProperty("measurement")
            .Text("id")!;
        await server
            .As(agency)
            .DoneAsync(
                "correctMeasurement",
                new
                {
                    measurementId = right,
                    fromMonth = "1998-04",
                    toMonth = "1998-06",
                    value = 97,
                    reason = "A digit was missing.",
                },
                "measurement { id }"
            );
        await server
            .As(agency)
            .DoneAsync(
                "withdrawMeasurement",
                new { measurementId = wrong, reason = "Not ours." },
                "measurement { id }"
            );

        const string Query = """
            query ($agency: ID!, $wrong: ID!) {
              agency(by: { id: $agency }) { serviceStandards { nodes { measurements { nodes { value met } } } } }
              node(id: $wrong) { id } }
            """;
        var data = await server.Public.AskAsync(Query, new { agency = agency.Id(), wrong });
        var refused = await server.Public.SendAsync("{ measurements { nodes { earlier { value } } } }");

        Assert.Equal(
            """{"agency":{"serviceStandards":{"nodes":[{"measurements":{"nodes":[{"value":97,"met":true}]}}]}},"node":null}""",
            data.ToString()
        );
        Assert.Contains(ErrorCodes.Unauthenticated, refused.ToString(), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everyone_knows_the_office_of_the_liaison_who_speaks_and_nothing_else_of_the_person(
        string provider
    )
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
                    name = "Pat Example",
                    office = "Office of Customer Service",
                    phone = "202-555-0100",
                    coverage = "SELF",
                    designatedOn = "1998-03-10",
                },
                "liaison { id }"
            );

        const string Office = "query ($id: ID!) { agency(by: { id: $id }) { liaisonOffice } }",
            Person = "query ($id: ID!) { agency(by: { id: $id }) { effectiveLiaison { liaison { phone } } } }";
        var data = await server.Public.AskAsync(Office, new { id = agency.Id() });
        var refused = await server.Public.SendAsync(Person, new { id = agency.Id() });

        Assert.Equal("""{"agency":{"liaisonOffice":"Office of Customer Service"}}""", data.ToString());
        Assert.Contains(ErrorCodes.Unauthenticated, refused.ToString(), StringComparison.Ordinal);
    }
}
