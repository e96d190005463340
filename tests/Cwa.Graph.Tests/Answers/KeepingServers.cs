namespace Cwa.Graph.Tests.Answers;

/// <summary>Servers that keep answers in memory.</summary>
public sealed class KeepingServers : LentServers
{
    protected override bool IsLentOn => false;

    /// <summary>One of its own.</summary>
    public static Task<CwaServer> OneAsync(string provider) =>
        CwaServer.StartAsync(provider, settings: ("Limits:CachedAnswerBytes", $"{32 * 1024 * 1024}"));

    protected override Task<CwaServer> StartAsync(string provider) => OneAsync(provider);
}
