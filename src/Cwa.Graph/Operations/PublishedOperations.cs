namespace Cwa.Graph;

/// <summary>The operations of schema/operations, which every client may name by their hash.</summary>
internal static class PublishedOperations
{
    /// <summary>Their texts, exactly as they are published.</summary>
    public static IEnumerable<string> Texts()
    {
        var assembly = typeof(PublishedOperations).Assembly;
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("operations/", StringComparison.Ordinal))
        )
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return text.ReadToEnd();
        }
    }
}
