using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Makes the server ready before it listens. The database is brought up to date and, with `Sample:Load`, gets the
/// sample year if it has no records. Some first queries run, so that no caller waits for their compilation.
/// </summary>
internal sealed partial class DatabaseAtStart(
    IDbContextFactory<CwaDbContext> contexts,
    CwaDatabase database,
    RequestExecutor executor,
    IServiceScopeFactory scopes,
    SampleSettings sample,
    DataNotice notice,
    ILogger<DatabaseAtStart> log
) : IHostedService
{
    private const string FirstQueries = """
        {
          agencies(first: 1) { totalCount nodes { id abbreviation parent { name } } pageInfo { endCursor } }
          events(first: 1) { totalCount nodes { id title status agency { name } hosts { name } } }
          annualReports(first: 1) { nodes { title statements { text standard { statement } } } }
        }
        """;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.WaitAsync(cancellationToken);
        await database.MakeReadyAsync(cancellationToken, LoadSampleAsync);
        await using var scope = scopes.CreateAsyncScope();
        await executor.ExecuteAsync(
            new(FirstQueries, null, GraphQL.Inputs.Empty, GraphQL.Inputs.Empty),
            _ => { },
            scope.ServiceProvider,
            cancellationToken
        );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task LoadSampleAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        if (sample.Load && await SampleYear.CanLoadAsync(db, cancellationToken))
        {
            Loading(log);
            var loaded = await SampleYear.LoadAsync(contexts, new(), progress: null, cancellationToken);
            Loaded(log, loaded.Events, loaded.MonthlyReports, loaded.Agencies);
        }

        notice.IsIllustrative = await SampleYear.IsLoadedAsync(db, cancellationToken);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Loading an illustrative sample year into the empty database…"
    )]
    private static partial void Loading(ILogger log);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Loaded {Events} illustrative events in {Reports} reports of {Agencies} agencies."
    )]
    private static partial void Loaded(ILogger log, int events, int reports, int agencies);
}
