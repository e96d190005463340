using System.Security.Cryptography;

namespace Cwa.Benchmarks;

/// <summary>A published server with the operations of its commit, in a folder for temporary files.</summary>
internal sealed record Build(string Name, string Folder)
{
    private static readonly string Builds = Path.Combine(Path.GetTempPath(), "cwa-benchmarks");

    /// <summary>The folder of the server.</summary>
    public string App => Path.Combine(Folder, "app");

    /// <summary>The build of a commit. It is made once and kept, as a commit does not change.</summary>
    public static async Task<Build> OfCommitAsync(string commit)
    {
        var hash = await Repository.HashOfAsync(commit);
        var build = new Build(commit, Path.Combine(Builds, $"commit-{hash}"));
        if (!Directory.Exists(build.App))
            await Repository.InWorktreeAsync(hash, build.PublishAsync);
        return build;
    }

    /// <summary>The build of the working tree as it is now.</summary>
    public static async Task<Build> OfWorkingTreeAsync()
    {
        var build = new Build("working tree", Path.Combine(Builds, "working-tree"));
        await build.PublishAsync(await Repository.RootAsync());
        return build;
    }

    /// <summary>The names of the published operations that all of the builds have.</summary>
    public static IReadOnlyList<string> SharedOperations(params Build[] builds) =>
        [.. builds.Select(build => build.Operations()).Aggregate((some, others) => some.Intersect(others)).Order()];

    /// <summary>The text of a published operation.</summary>
    public string Operation(string name) => File.ReadAllText(Path.Combine(Folder, "operations", name));

    /// <summary>
    /// The sample year as this build loads it. It is kept until the model of the build changes.
    /// </summary>
    public async Task<string> SampleAsync(int scale)
    {
        var model = Convert.ToHexString(
            SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(App, "Cwa.Model.dll")))
        );
        var file = Path.Combine(Folder, $"sample-{scale}-{model[..16]}.db");
        if (!File.Exists(file))
        {
            foreach (var old in Directory.GetFiles(Folder, $"sample-{scale}-*"))
                File.Delete(old);
            Console.WriteLine($"Loading the sample year, {scale} times, with {Name}…");
            await Shell.RunAsync(
                App,
                "dotnet",
                [Path.Combine(App, "Cwa.Graph.dll"), "sample", "--scale", $"{scale}"],
                ("ASPNETCORE_CONTENTROOT", App),
                ("ConnectionStrings__Cwa", SampleDatabase.ConnectionString(file + ".unfinished")),
                ("Database__Migrate", "true")
            );
            File.Move(file + ".unfinished", file);
        }

        return file;
    }

    private IEnumerable<string> Operations() =>
        Directory.GetFiles(Path.Combine(Folder, "operations")).Select(file => Path.GetFileName(file)!);

    private async Task PublishAsync(string sources)
    {
        Console.WriteLine($"Building {Name}…");
        var unfinished = App + ".unfinished";
        Delete(unfinished);
        await Shell.RunAsync(
            sources,
            "dotnet",
            [
                "publish",
                "src/Cwa.Graph",
                "-c",
                "Release",
                "-o",
                unfinished,
                "-nologo",
                "-v",
                "quiet",
                "-nodeReuse:false",
            ]
        );
        var operations = Path.Combine(Folder, "operations");
        Delete(operations);
        Directory.CreateDirectory(operations);
        foreach (var file in Directory.GetFiles(Path.Combine(sources, "schema", "operations"), "*.graphql"))
            File.Copy(file, Path.Combine(operations, Path.GetFileName(file)));
        Delete(App);
        Directory.Move(unfinished, App);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
