namespace Cwa.Graph.Tests;

/// <summary>One live server, and a client that follows no redirect, for all facts of a class.</summary>
public sealed class LiveServerFixture : IAsyncLifetime, IDisposable
{
    private LiveServer _server = null!;

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        _server = await LiveServer.StartAsync();
        Http.BaseAddress = _server.Address;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => Http.Dispose();
}
