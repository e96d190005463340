namespace Cwa.Model;

// Numbers and flags.
internal sealed partial class ImportRow
{
    public bool? RequiredFlag(string column) => Required(column, LongestField) is null ? null : Flag(column);

    public bool? Flag(string column)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        return WrittenFlag.TryParse(text, out var flag)
            ? flag
            : Refused<bool>(column, ValueText.Not(text, ValueText.Flag));
    }

    /// <summary>A whole number from 0 to the limit.</summary>
    public long? Count(string column, long limit)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        return WrittenNumber.TryWhole(text, out var count) && count <= limit
            ? count
            : Refused<long>(column, ValueText.Not(text, $"a whole number from 0 to {limit} such as 12 or 1,200"));
    }

    /// <summary>A number from 0 to the limit, with a point before its decimals.</summary>
    public double? Number(string column, long limit)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        return WrittenNumber.TryNumber(text, out var number) && number >= 0 && number <= limit
            ? number
            : Refused<double>(column, ValueText.Not(text, $"a number from 0 to {limit} such as 12.5"));
    }

    /// <summary>Any number, with a point before its decimals.</summary>
    public double? AnyNumber(string column)
    {
        if (Text(column, LongestField) is not { } text)
            return null;
        return WrittenNumber.TryNumber(text, out var number) && double.IsFinite(number)
            ? number
            : Refused<double>(column, ValueText.Not(text, "a number such as 12.5"));
    }

    /// <summary>Whole numbers in one cell, separated by semicolons.</summary>
    public IReadOnlyList<long> CountList(string column)
    {
        var counts = new List<long>();
        foreach (var text in Texts(column))
        {
            if (!WrittenNumber.TryWhole(text, out var count))
            {
                Error(column, ValueText.Not(text, "a whole number such as 12; separate them by semicolons: 1;2;3"));
                return [];
            }

            counts.Add(count);
        }

        return counts;
    }
}
