using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Cwa.Tests;

/// <summary>What facts of several classes share, for as long as any of them runs.</summary>
internal static class Shared
{
    private static readonly ConcurrentStack<IAsyncDisposable> Things = new();

    /// <summary>Keeps a thing until all facts have run; those that are made of others go before them.</summary>
    public static T For<T>(T thing)
        where T : IAsyncDisposable
    {
        Things.Push(thing);
        return thing;
    }

    /// <summary>Clears all of it away.</summary>
    public static async Task EndAsync()
    {
        while (Things.TryPop(out var thing))
            await thing.DisposeAsync();
    }
}

/// <summary>Runs the facts, and then clears away what they shared. xUnit 2 has no fixture of an assembly.</summary>
public sealed class SharingTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider source, IMessageSink messages)
        : XunitTestFrameworkExecutor(assembly, source, messages)
    {
        protected override async void RunTestCases(
            IEnumerable<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions
        )
        {
            using var runner = new Runner(
                TestAssembly,
                testCases,
                DiagnosticMessageSink,
                executionMessageSink,
                executionOptions
            );
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly,
        IEnumerable<IXunitTestCase> cases,
        IMessageSink diagnostics,
        IMessageSink messages,
        ITestFrameworkExecutionOptions options
    ) : XunitTestAssemblyRunner(assembly, cases, diagnostics, messages, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await Aggregator.RunAsync(Shared.EndAsync);
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
