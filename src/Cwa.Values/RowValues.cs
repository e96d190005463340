namespace Cwa.Values;

/// <summary>Compares rows of values, the first that differ deciding, as databases do.</summary>
/// <remarks>Only SQL is made of these comparisons: with them a database starts in an index at a row.</remarks>
public static class RowValues
{
    /// <summary>Whether a row comes after another.</summary>
    public static bool IsAfter<T1, T2>(T1 first, T2 second, T1 otherFirst, T2 otherSecond) => throw OnlyInSql;

    /// <summary>Whether a row comes after another.</summary>
    public static bool IsAfter<T1, T2, T3>(
        T1 first,
        T2 second,
        T3 third,
        T1 otherFirst,
        T2 otherSecond,
        T3 otherThird
    ) => throw OnlyInSql;

    /// <summary>Whether a row comes before another.</summary>
    public static bool IsBefore<T1, T2>(T1 first, T2 second, T1 otherFirst, T2 otherSecond) => throw OnlyInSql;

    /// <summary>Whether a row comes before another.</summary>
    public static bool IsBefore<T1, T2, T3>(
        T1 first,
        T2 second,
        T3 third,
        T1 otherFirst,
        T2 otherSecond,
        T3 otherThird
    ) => throw OnlyInSql;

    private static InvalidOperationException OnlyInSql => new("A row is compared only in a database.");
}
