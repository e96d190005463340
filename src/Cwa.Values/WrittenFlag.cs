namespace Cwa.Values;

/// <summary>Yes and no as people write them: true, Yes, y, 1 or x.</summary>
public static class WrittenFlag
{
    /// <summary>Reads a flag.</summary>
    public static bool TryParse(string text, out bool flag)
    {
        flag = text.ToUpperInvariant() is "TRUE" or "T" or "YES" or "Y" or "1" or "X";
        return flag || text.ToUpperInvariant() is "FALSE" or "F" or "NO" or "N" or "0";
    }
}
