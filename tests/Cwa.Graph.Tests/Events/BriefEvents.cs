using Cwa.Model;

namespace Cwa.Graph.Tests;

/// <summary>Events of which only a day and a description need be said.</summary>
internal static class BriefEvents
{
    public static Dictionary<string, object?> Brief(string startsOn, params (string Name, object? Value)[] others) =>
        others
            .Prepend(("startsOn", startsOn))
            .Prepend(("description", "We listen to customers."))
            .ToDictionary(said => said.Item1, said => said.Item2);

    /// <summary>An agency whose report with these events NPR accepted.</summary>
    public static async Task<(CwaServer Server, Agency Agency)> HasAsync(
        this WritingServers servers,
        string provider,
        params object[] events
    )
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasAcceptedAsync(agency, events);
        return (server, agency);
    }

    /// <summary>The variables of a query for an agency's events.</summary>
    public static object Where(
        Agency agency,
        string? after = null,
        params (string Name, object Condition)[] conditions
    ) =>
        new
        {
            after,
            where = conditions
                .Prepend(("agency", new { abbreviation = new { eq = agency.Abbreviation } }))
                .ToDictionary(condition => condition.Item1, condition => condition.Item2),
        };
}
