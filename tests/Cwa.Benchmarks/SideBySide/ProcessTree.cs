using System.Globalization;

namespace Cwa.Benchmarks;

/// <summary>The processor time of a process and of all that it started, from /proc.</summary>
internal static class ProcessTree
{
    private const double TicksOfSecond = 100;

    /// <summary>Milliseconds until now. Those of children that have ended are the root's.</summary>
    public static double CpuMilliseconds(int root)
    {
        var all = Directory
            .GetDirectories("/proc")
            .Select(folder => (Id: Path.GetFileName(folder), Fields: Fields(folder)))
            .Where(process => process.Fields.Length > 15 && int.TryParse(process.Id, out _))
            .ToDictionary(process => Number(process.Id), process => process.Fields);
        return all.Keys.Where(IsOfRoot).Sum(id => Ticks(all[id], id == root ? 4 : 2)) / TicksOfSecond * 1000;

        bool IsOfRoot(int id)
        {
            while (id != root)
            {
                if (!all.TryGetValue(id, out var fields))
                    return false;
                id = Number(fields[1]);
            }

            return true;
        }
    }

    // What follows the name, which stands in brackets: the state, the parent, and from the twelfth on the times.
    private static string[] Fields(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static double Ticks(string[] fields, int count) => fields.Skip(11).Take(count).Sum(Number);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
