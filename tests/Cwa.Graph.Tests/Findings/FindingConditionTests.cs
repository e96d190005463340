using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What was heard in a <see cref="HeardGovernment"/>, found by where it was heard and by whom.</summary>
public sealed class FindingConditionTests(HeardGovernments governments) : IClassFixture<HeardGovernments>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Findings_are_found_by_their_event_survey_program_and_department(string provider)
    {
        var server = await governments.OnAsync(provider);

        // In Texas six with two employees' barriers; in California four with an employee's idea and one of June,
        // without the withdrawn one.
        Assert.Equal(6, await CountAsync(server, "event: { state: { eq: TX } }"));
        Assert.Equal(10, await CountAsync(server, "event: { startsOn: { lte: \"1998-12-31\" } }"));
        Assert.Equal(2, await CountAsync(server, "event: null"));
        Assert.Equal(1, await CountAsync(server, "survey: { agency: { abbreviation: { eq: \"BUR\" } } }"));
        Assert.Equal(1, await CountAsync(server, "program: { startsOn: { eq: \"1998-03-16\" } }"));
        Assert.Equal(6, await CountAsync(server, "agency: { ancestor: { abbreviation: { eq: \"DEPT\" } } }"));
    }

    private static async Task<int> CountAsync(CwaServer server, string where) =>
        (await server.AskAsync($"{{ findings(where: {{ {where} }}) {{ totalCount }} }}"))
            .GetProperty("findings")
            .GetProperty("totalCount")
            .GetInt32();
}
