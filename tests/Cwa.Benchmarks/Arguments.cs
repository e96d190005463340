using System.Globalization;

namespace Cwa.Benchmarks;

/// <summary>The names, numbers and switches of a command line such as <c>Q1 Q3 --seconds 3 --keep</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, int> _numbers = [];

    /// <exception cref="ArgumentException">Something is neither a known name nor an option.</exception>
    public Arguments(IEnumerable<string> args, IReadOnlyList<string> names, string[] numbers, string[] switches)
    {
        var rest = new Queue<string>(args);
        var asked = new HashSet<string>();
        while (rest.TryDequeue(out var word))
        {
            if (names.Contains(word))
                asked.Add(word);
            else if (switches.Contains(word))
                Switches.Add(word);
            else if (
                numbers.Contains(word)
                && rest.TryDequeue(out var text)
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0
            )
                _numbers[word] = number;
            else
                throw new ArgumentException(
                    $"“{word}” is not understood. Give some of {string.Join(' ', names)}, or none for all, and "
                        + string.Join(", ", [.. numbers.Select(option => $"{option} 3"), .. switches])
                        + " if you like."
                );
        }

        Names = asked.Count == 0 ? names : [.. names.Where(asked.Contains)];
    }

    /// <summary>The names that were asked for, in the order of all names; all of them if there were none.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The switches that were given.</summary>
    public HashSet<string> Switches { get; } = [];

    /// <summary>The number of an option, or what it is if it was not given.</summary>
    public int Number(string option, int otherwise) => _numbers.GetValueOrDefault(option, otherwise);
}
