using System.Text;

namespace Cwa.Model;

/// <summary>Pseudorandom numbers: the same for the same seed, on every machine and in every version of .NET.</summary>
/// <remarks>
/// SplitMix64, seeded by the FNV-1a hash of a text, so that each part of the sample draws from a stream of its own.
/// </remarks>
internal sealed class SampleRandom(string seed)
{
    private ulong _state = Hash(seed);

    /// <summary>A number from 0 up to, but not including, the given one.</summary>
    public int Next(int below) => (int)((Bits() >> 32) * (ulong)below >> 32);

    /// <summary>A number from the first to the last, both included.</summary>
    public int Between(int first, int last) => first + Next(last - first + 1);

    /// <summary>True with the given probability, in percent.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    private ulong Bits()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }

    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ octet) * 0x100000001B3;
        return hash;
    }
}
