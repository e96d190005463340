namespace Cwa.Graph;

/// <summary>The servers over the same database.</summary>
internal sealed class Servers
{
    private volatile int _count = 1;

    /// <summary>How many there are, this one included. Over SQLite it is 1.</summary>
    public int Count
    {
        get => _count;
        set => _count = Math.Max(1, value);
    }
}
