namespace Cwa.Graph.Tests;

/// <summary>Requirements of a test on the machine.</summary>
internal static class Required
{
    /// <summary>Skips the test if a program is missing; fails it instead if CWA_NO_SKIPS is set.</summary>
    public static void Programs(string why, params string[] names)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        var missing = names.Where(name => !folders.Any(folder => File.Exists(Path.Combine(folder, name)))).ToList();
        Holds(missing is [], $"{why} needs {string.Join(", ", missing)}.");
    }

    /// <summary>Skips the test if a condition does not hold; fails it instead if CWA_NO_SKIPS is set.</summary>
    public static void Holds(bool condition, string reason)
    {
        if (Environment.GetEnvironmentVariable("CWA_NO_SKIPS") == "1")
            Assert.True(condition, reason);
        Skip.IfNot(condition, reason);
    }
}
