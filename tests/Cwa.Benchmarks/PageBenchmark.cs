using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Cwa.Graph;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Benchmarks;

/// <summary>Whether a page far into all 150,000 events costs what the first one costs.</summary>
[MemoryDiagnoser]
public class PageBenchmark
{
    private const int FarPage = 1300;

    private WebApplication _host = null!;
    private string _farCursor = "";

    internal static async Task RunAsync()
    {
        await SampleDatabase.OfScaleAsync(SampleOptions.MaxScale);
        BenchmarkRunner.Run<PageBenchmark>(
            ManualConfig
                .Create(DefaultConfig.Instance)
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
                .WithOptions(ConfigOptions.DisableLogFile)
                .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "cwa-benchmarks"))
        );
    }

    [GlobalSetup]
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["ConnectionStrings:Cwa"] = SampleDatabase.ConnectionString(
            await SampleDatabase.OfScaleAsync(SampleOptions.MaxScale)
        );
        builder.AddCwaModel();
        builder.AddCwaSite();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();
        builder.Logging.ClearProviders();
        builder.Services.AddScoped<IVisibility, Everything>().AddScoped<IRequester, Everything>();
        _host = builder.Build();

        var cursor = "";
        for (var page = 1; page < FarPage; page++)
            cursor = await EndCursorAsync(cursor);
        _farCursor = cursor;
    }

    [Benchmark(Baseline = true)]
    public Task<string> FirstPage() => EndCursorAsync("");

    [Benchmark]
    public Task<string> Page1300() => EndCursorAsync(_farCursor);

    [GlobalCleanup]
    public async Task StopAsync() => await _host.DisposeAsync();

    private async Task<string> EndCursorAsync(string after)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReadScope>().HasNodes = true;
        var result = await _host
            .Services.GetRequiredService<RequestExecutor>()
            .ExecuteAsync(
                new(
                    "query ($after: String) { events(first: 100, after: "
                        + "$after) { pageInfo { endCursor } nodes { id title startsOn } } }",
                    null,
                    after == "" ? Inputs.Empty : new Dictionary<string, object?> { ["after"] = after }.ToInputs(),
                    Inputs.Empty
                ),
                _ => { },
                scope.ServiceProvider,
                default
            );
        var events =
            (Dictionary<string, object?>)
                ((Dictionary<string, object?>)((RootExecutionNode)result.Data!).ToValue()!)["events"]!;
        return (string)((Dictionary<string, object?>)events["pageInfo"]!)["endCursor"]!;
    }

    /// <summary>Sees every record, as no caller does, for the longest list.</summary>
    private sealed class Everything : IVisibility, IRequester
    {
        public bool IsSignedIn => true;

        public string Identity => "";

        public string Rights => "";

        public bool HasOneOf(IReadOnlyList<string> roles) => true;

        public FilterNode? Of(Type entity) => null;

        public FilterNode? WholeOf(Type entity) => null;
    }
}
