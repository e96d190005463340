using System.Text.RegularExpressions;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph.Tests.Architecture;

/// <summary>Which part of the code may depend on which. .github/decisions/0006 says why.</summary>
public sealed partial class WallsTests
{
    /// <summary>The engine's folders. Each may depend on those before it.</summary>
    private static readonly string[] EngineOrder =
    [
        "Telemetry",
        "Requests",
        "Values",
        "Filtering",
        "Reading",
        "Types",
        "Paging",
        "Validation",
        "Answers",
        "Documents",
        "Execution",
        "Live",
        "Transport",
        "Export",
    ];

    /// <summary>The layers below every feature. Each may depend on those before it.</summary>
    private static readonly string[] Foundations = ["Site", "Security", "Operations", "Telemetry", "PlainLanguage"];

    /// <summary>The features that a feature may depend on.</summary>
    private static readonly Dictionary<string, string[]> Neighbours = new()
    {
        // An agency has fields that lead to all of its records.
        ["Agencies"] = ["Attention", "Complaints", "Findings", "Liaisons", "MonthlyReports", "Reach", "Scorecard"],
        // Commands run the same code without a web server.
        ["Commands"] = [""],
        // Reasons for attention come from the features that they are about.
        ["Attention"] = ["Complaints", "MonthlyReports"],
        // A submitted report is announced.
        ["MonthlyReports"] = ["Feed"],
        // A page imports files as a client does.
        ["Pages"] = ["Import"],
        // Whatever a mutation announces is pushed to subscribers.
        ["Verbs"] = ["Feed"],
    };

    [Fact]
    public void The_engine_knows_neither_the_model_nor_the_application() =>
        Assert.DoesNotContain(ReferencesOf(typeof(GraphBuilder)), name => name is "Cwa.Model" or "Cwa.Graph");

    [Fact]
    public void The_model_knows_neither_GraphQL_nor_HTTP() =>
        Assert.DoesNotContain(
            ReferencesOf(typeof(CwaDbContext)),
            name =>
                name == "Cwa.Graph.Engine"
                || name.StartsWith("GraphQL", StringComparison.Ordinal)
                // The keys that all servers share are stored in the database.
                || (
                    name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                    && !name.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void The_pages_know_nothing_but_the_ports() =>
        Assert.DoesNotContain(
            ReferencesOf(typeof(Dashboard.IOperationPort)),
            name =>
                name.StartsWith("Cwa.", StringComparison.Ordinal)
                || name.StartsWith("GraphQL", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Cwa.Graph.Engine")]
    [InlineData("Cwa.Values")]
    public void The_engine_contains_no_word_of_the_domain(string project)
    {
        var lines = Directory
            .EnumerateFiles(Repository.PathOf($"src/{project}"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => DomainWord().IsMatch(line));
    }

    [Fact]
    public void The_folders_of_the_engine_are_layered_without_cycles()
    {
        var engine = new House("Cwa.Graph.Engine");

        Assert.Equal(EngineOrder.Order(), engine.Folders.Order());
        Assert.NotEmpty(engine.Steps);
        Assert.DoesNotContain(engine.Steps, step => step.From.Length > 0 && !IsBefore(EngineOrder, step.To, step.From));
    }

    [Fact]
    public void A_feature_uses_only_its_declared_neighbours_and_the_shared_layers()
    {
        var application = new House("Cwa.Graph");
        var steps = application.Steps.Where(step => step.From.Length > 0).ToList();

        Assert.NotEmpty(steps);
        Assert.DoesNotContain(steps, step => !IsAllowed(step));
    }

    [Fact]
    public void Every_neighbour_is_needed()
    {
        var taken = new House("Cwa.Graph").Steps.Select(step => (step.From, step.To)).ToHashSet();

        Assert.DoesNotContain(
            Neighbours.SelectMany(n => n.Value.Select(to => (n.Key, to))),
            neighbour => !taken.Contains(neighbour)
        );
    }

    private static bool IsAllowed(Step step)
    {
        if (Foundations.Contains(step.From))
            return IsBefore(Foundations, step.To, step.From);
        return Foundations.Contains(step.To) || (Neighbours.GetValueOrDefault(step.From)?.Contains(step.To) ?? false);
    }

    private static bool IsBefore(string[] order, string folder, string other) =>
        Array.IndexOf(order, folder) is >= 0 and var at && at < Array.IndexOf(order, other);

    private static IEnumerable<string> ReferencesOf(Type type) =>
        type.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

    [GeneratedRegex(
        @"agenc(y|ies)|liaison|memorandum|directive day|complaint|washington|scorecard|survey|monthly|government"
            + @"|citizen|\bnpr\b|\bcwa\b(?!\.(graph|values))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DomainWord();
}
