using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Cwa.Graph.Tests;

/// <summary>The settings of the server.</summary>
internal static class Settings
{
    public static readonly Dictionary<string, Type> Sections = new()
    {
        ["Limits"] = typeof(Limits),
        ["Connections"] = typeof(ConnectionLimits),
        ["Feed"] = typeof(FeedSettings),
        ["Clock"] = typeof(ClockSettings),
        ["Database"] = typeof(DatabaseSettings),
        ["Sample"] = typeof(SampleSettings),
        ["Security"] = typeof(SecuritySettings),
        ["Site"] = typeof(SiteSettings),
    };

    public static IEnumerable<(string Name, PropertyInfo Property)> Properties() =>
        Sections.SelectMany(section =>
            section.Value.GetProperties().Select(property => ($"{section.Key}:{property.Name}", property))
        );

    /// <summary>The reasons why a server with these settings does not start.</summary>
    public static List<string> Refusals(IReadOnlyList<(string Name, string Value)> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, string? (s) => s.Value));
        builder.AddCwaSite();
        builder.AddCwaModel();
        builder.AddCwaOperations();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();
        using var app = builder.Build();
        try
        {
            Start.CheckSettings(app.Services);
            return [];
        }
        catch (Exception refusal) when (Start.ReasonOf(refusal) is { } reason)
        {
            return [.. reason.Split('\n')];
        }
    }
}
