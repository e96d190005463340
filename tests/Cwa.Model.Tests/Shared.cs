using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Cwa.Tests;

/// <summary>Things that tests of several classes share until all tests have run.</summary>
internal static class Shared
{
    private static readonly ConcurrentStack<IAsyncDisposable> Things = new();

    /// <summary>Keeps a thing until all tests have run. Things made from others are disposed before those.</summary>
    public static T For<T>(T thing)
        where T : IAsyncDisposable
    {
        Things.Push(thing);
        return thing;
    }

    /// <summary>Disposes everything.</summary>
    public static async Task EndAsync()
    {
        while (Things.TryPop(out var thing))
            await thing.DisposeAsync();
    }
}

/// <summary>Runs the tests, then disposes what they shared. xUnit 2 has no fixture for an assembly.</summary>
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
