using System.Diagnostics;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A disk of some megabytes, for as long as a test needs it. Every user may write to it.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk() { }

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("cwa-disk-");

    private string Filler => Path.Combine(Folder.FullName, "filler");

    /// <exception cref="SkipException">This user may not mount file systems.</exception>
    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        Required.Programs("A small disk", "mount", "umount");
        var disk = new SmallDisk();
        var refusal = await disk.MountedAsync(megabytes);
        Required.Holds(refusal is null, $"A small disk needs the right to mount one: {refusal}");
        return disk;
    }

    /// <summary>A disk, or null if this user may not mount file systems.</summary>
    public static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        return await disk.MountedAsync(megabytes) is null ? disk : null;
    }

    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var zeros = new byte[4096];
        try
        {
            while (true)
                file.Write(zeros);
        }
        catch (IOException)
        {
            // Now it is full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        var (status, said) = await RunAsync("umount", Folder.FullName);
        Assert.True(status == 0, said);
        Folder.Delete();
    }

    // What is said if it cannot be mounted.
    private async Task<string?> MountedAsync(int megabytes)
    {
        var (status, said) = await RunAsync(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            $"size={megabytes}m,mode=1777",
            "tmpfs",
            Folder.FullName
        );
        if (status == 0)
            return null;

        Folder.Delete();
        return said;
    }

    private static async Task<(int Status, string Said)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
