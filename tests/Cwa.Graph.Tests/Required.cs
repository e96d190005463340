namespace Cwa.Graph.Tests;

/// <summary>What a test needs of the machine.</summary>
internal static class Required
{
    /// <summary>
    /// Skips the test where there are no such programs, unless CWA_NO_SKIPS says that there have to be.
    /// </summary>
    public static void Programs(string why, params string[] names)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        var missing = names.Where(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name)))).ToList();
        Holds(missing is [], $"{why} needs {string.Join(", ", missing)}.");
    }

    /// <summary>Skips the test where something does not hold, unless CWA_NO_SKIPS says that it has to.</summary>
    public static void Holds(bool condition, string reason)
    {
        if (Environment.GetEnvironmentVariable("CWA_NO_SKIPS") == "1")
            Assert.True(condition, reason);
        Skip.IfNot(condition, reason);
    }
}
