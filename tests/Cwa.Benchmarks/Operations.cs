using System.Text.Json;

namespace Cwa.Benchmarks;

/// <summary>The published operations as request bodies.</summary>
internal static class Operations
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "operations");

    /// <summary>The variables of the calendar: fifty events of three large states in a quarter.</summary>
    public static object CalendarVariables { get; } = new
    {
        states = new[] { "CA", "NY", "TX" },
        from = "1998-10-01",
        to = "1998-12-31",
        first = 50,
    };

    public static IEnumerable<string> Names =>
        Directory.GetFiles(Folder, "*.graphql").Order().Select(f => Path.GetFileNameWithoutExtension(f)!);

    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.graphql"));

    public static string Body(string query, object? variables = null) =>
        JsonSerializer.Serialize(new { query, variables });
}
