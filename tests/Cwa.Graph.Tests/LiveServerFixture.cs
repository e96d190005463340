namespace Cwa.Graph.Tests;

/// <summary>One live server, and a client that follows no redirect, for all facts of a class.</summary>
public sealed class LiveServerFixture : IAsyncLifetime, IDisposable
{
    public LiveServer Server { get; private set; } = null!;

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        Server = await LiveServer.StartAsync(SignedInCaller.Settings);
        Http.BaseAddress = Server.Address;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public void Dispose() => Http.Dispose();
}
