namespace Cwa.Benchmarks;

/// <summary>The repository that this program was built in.</summary>
internal static class Repository
{
    /// <summary>The folder of the working tree.</summary>
    public static async Task<string> RootAsync() => (await GitAsync("rev-parse", "--show-toplevel")).Trim();

    /// <summary>The whole hash of a commit that may be given by a name or a short hash.</summary>
    public static async Task<string> HashOfAsync(string commit) =>
        (await GitAsync("rev-parse", "--verify", $"{commit}^{{commit}}")).Trim();

    /// <summary>Does something in a temporary working tree of a commit.</summary>
    public static async Task InWorktreeAsync(string commit, Func<string, Task> act)
    {
        var folder = Path.Combine(Path.GetTempPath(), "cwa-benchmarks", $"worktree-{Guid.NewGuid():N}");
        await GitAsync("worktree", "add", "--detach", "--force", folder, commit);
        try
        {
            await act(folder);
        }
        finally
        {
            await GitAsync("worktree", "remove", "--force", folder);
        }
    }

    private static Task<string> GitAsync(params string[] arguments) =>
        Shell.RunAsync(AppContext.BaseDirectory, "git", arguments);
}
