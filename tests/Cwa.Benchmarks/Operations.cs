using System.Text.Json;

namespace Cwa.Benchmarks;

/// <summary>The published operations as request bodies.</summary>
internal static class Operations
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "operations");

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.graphql").Order().Select(f => Path.GetFileNameWithoutExtension(f)!);

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.graphql"));

    public static string Body(string query, object? variables = null) =>
        JsonSerializer.Serialize(new { query, variables });
}
