namespace Cwa.Graph.Tests.Security;

/// <summary>A start of the server, or of a command, that is expected to end by itself.</summary>
internal static class RefusedStart
{
    /// <summary>Waits until it ends: with which code, and what it said.</summary>
    /// <param name="environment">The environment, such as Production.</param>
    /// <param name="tenant">The directory in which callers sign in; null if none is set.</param>
    /// <param name="arguments">The command; empty for the server.</param>
    /// <param name="settings">The other settings.</param>
    public static async Task<(int Code, string Error)> RunAsync(
        string environment,
        string? tenant,
        string[] arguments,
        params (string Key, string Value)[] settings
    )
    {
        (string, string)[] directory = tenant is null
            ? []
            : [("AzureAd:TenantId", tenant), ("AzureAd:ClientId", Guid.NewGuid().ToString())];
        var (code, output, error) = await ServerProgram.RunAsync(
            [("ASPNETCORE_ENVIRONMENT", environment), .. settings, .. directory],
            arguments
        );
        // What a command prints is its result. A server's log, too, is to be without a stack trace.
        return (code, (arguments is [] ? output : "") + error);
    }

    /// <summary>Checks that it ended with these sentences, and without a stack trace.</summary>
    public static void IsRefused((int Code, string Error) start, params string[] sentences)
    {
        Assert.Equal(1, start.Code);
        Assert.All(sentences, sentence => Assert.Contains(sentence, start.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", start.Error, StringComparison.Ordinal);
    }
}
