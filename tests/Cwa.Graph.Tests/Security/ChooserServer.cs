namespace Cwa.Graph.Tests.Security;

/// <summary>A server in Development over the sample year, with pages by http.</summary>
public sealed class ChooserServer : IAsyncLifetime
{
    public CwaServer Server { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Server = await CwaServer.StartAsync(sample: true, settings: ("AllowedHosts", "*"));

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public Browser Open() => new(Server, address: "http://localhost");

    /// <summary>A browser in which somebody of the list is signed in.</summary>
    public async Task<Browser> AsAsync(string who)
    {
        var browser = Open();
        await browser.SubmitAsync("/sign-in/as", ("who", who));
        return browser;
    }
}
