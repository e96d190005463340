using Cwa.Tests;

namespace Cwa.Model.Tests;

/// <summary>A SQLite database with the sample year, for tests that only read it.</summary>
public sealed class SampleDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public SampleSummary Summary { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        Summary = await SampleYear.LoadAsync(Database.Contexts, new(), progress: null, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
