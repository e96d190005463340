namespace Cwa.Graph.Tests;

/// <summary>Servers over the sample year without a limit on cost.</summary>
public sealed class DayServers : LentServers
{
    protected override Task<CwaServer> StartAsync(string provider) =>
        CwaServer.StartAsync(
            provider,
            sample: true,
            ("Limits:Cost", "1000000"),
            ("Limits:SignedInCost", "1000000"),
            ("Limits:Depth", "20"),
            ("Limits:Selections", "20000"),
            ("Limits:FilterConditions", "10000"),
            ("Limits:Tokens", "20000"),
            ("Limits:DocumentBytes", "200000"),
            ("Limits:ExecutionTime", "00:01:00")
        );
}
