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

/// <summary>
/// A class whose tests have short time limits or measure the processor. They run after all others, so that nothing else
/// keeps the machine busy, and beside others of the kind, since most of them wait.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AfterOthersAttribute : Attribute;

/// <summary>
/// Runs the tests, then disposes what they shared, which xUnit 2 has no fixture for, and keeps
/// <see cref="AfterOthersAttribute"/>.
/// </summary>
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
        private readonly TaskCompletionSource _othersHaveRun = new();
        private int _others;

        protected override async Task AfterTestAssemblyStartingAsync()
        {
            await base.AfterTestAssemblyStartingAsync();
            _others = TestCases.GroupBy(CollectionOf).Count(collection => !RunsAfterOthers(collection));
            // Collections that run one by one, in any order, need not wait for each other.
            if (_others == 0 || ExecutionOptions.DisableParallelizationOrDefault())
                _othersHaveRun.SetResult();
        }

        protected override async Task<RunSummary> RunTestCollectionAsync(
            IMessageBus messageBus,
            ITestCollection testCollection,
            IEnumerable<IXunitTestCase> testCases,
            CancellationTokenSource cancellationTokenSource
        )
        {
            var isLast = RunsAfterOthers(testCases);
            if (isLast)
                await _othersHaveRun.Task;
            try
            {
                return await base.RunTestCollectionAsync(
                    messageBus,
                    testCollection,
                    testCases,
                    cancellationTokenSource
                );
            }
            finally
            {
                if (!isLast && Interlocked.Decrement(ref _others) == 0)
                    _othersHaveRun.TrySetResult();
            }
        }

        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await Aggregator.RunAsync(Shared.EndAsync);
            await base.BeforeTestAssemblyFinishedAsync();
        }

        private static Guid CollectionOf(IXunitTestCase test) => test.TestMethod.TestClass.TestCollection.UniqueID;

        private static bool RunsAfterOthers(IEnumerable<IXunitTestCase> testCases) =>
            testCases.Any(test =>
                test.TestMethod.TestClass.Class.GetCustomAttributes(typeof(AfterOthersAttribute)).Any()
            );
    }
}
