using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>One live server, and a client that does not follow redirects, for all tests of a class.</summary>
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

/// <summary>One live server without the sample year, and its database, for all tests of a class.</summary>
public sealed class LiveServerOverDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public LiveServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        Server = await LiveServer.StartAsync([
            ("ConnectionStrings:Cwa", Database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ]);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Database.DisposeAsync();
    }
}
