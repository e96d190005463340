using Cwa.Graph.Tests.Commands;
using Cwa.Graph.Tests.Conditions;
using Cwa.Graph.Tests.Faults;
using Cwa.Graph.Tests.Feed;
using Cwa.Graph.Tests.Ide;
using Cwa.Graph.Tests.Security;
using Cwa.Graph.Tests.TwoPaths;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Cwa.Graph.Tests.LongestFirst", "Cwa.Graph.Tests")]

namespace Cwa.Graph.Tests;

/// <summary>Runs the longest classes first, so that no processor is idle at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        nameof(KillTests),
        nameof(TwoPathsTests),
        nameof(RefusedSettingsTests),
        nameof(FeedTests),
        nameof(AnyDayTests),
        nameof(ImportAgainTests),
        nameof(PatienceTests),
        nameof(BananaCakePopInBrowserTests),
        nameof(LinqTests),
        nameof(ExportReaderTests),
        SignedIn.Name,
        nameof(RecipeTests),
        nameof(ImportCommandTests),
        nameof(SignInOutageTests),
        nameof(WholeScorecardTests),
        nameof(EveryStatementTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => RankOf(collection.DisplayName));

    // A collection that is not named itself is named after its class, as in "Test collection for
    // Cwa.Graph.Tests.FoiaTests".
    private static uint RankOf(string collection) =>
        (uint)
            Array.FindIndex(
                Longest,
                name => collection == name || collection.EndsWith($".{name}", StringComparison.Ordinal)
            );
}
