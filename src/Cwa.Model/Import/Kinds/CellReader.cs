using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Cwa.Model;

/// <summary>How the cells of a column are read, by the type of the property that they fill.</summary>
internal static class CellReader
{
    private const int LongestName = 500;

    private static readonly Dictionary<Type, Func<ImportRow, string, object?>> ByType = new()
    {
        [typeof(bool)] = (row, column) => row.Flag(column),
        [typeof(int)] = (row, column) => (int?)row.Count(column, int.MaxValue),
        [typeof(long)] = (row, column) => row.Count(column, Counts.Largest),
        [typeof(double)] = (row, column) => row.AnyNumber(column),
        [typeof(DateOnly)] = (row, column) => row.Day(column),
        [typeof(ReportMonth)] = (row, column) => row.Month(column),
        [typeof(StateCode)] = (row, column) => row.State(column),
        [typeof(IReadOnlyList<long>)] = (row, column) => row.CountList(column) is { Count: > 0 } counts ? counts : null,
        [typeof(IReadOnlyList<string>)] = (row, column) => row.Texts(column) is { Count: > 0 } texts ? texts : null,
    };

    /// <summary>Reads a cell for the property; null when it is empty, or wrong, which is reported.</summary>
    public static Func<ImportRow, string, object?> Of(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (property.Name == nameof(CompleteEvent.Languages))
            return Languages;
        if (ByType.TryGetValue(type, out var read))
            return read;
        return type.IsEnum ? OfChoice(type) : OfText(property);
    }

    private static object? Languages(ImportRow row, string column) =>
        row.Languages(column) is { Count: > 0 } languages ? languages : null;

    private static Func<ImportRow, string, object?> OfChoice(Type type) =>
        typeof(CellReader)
            .GetMethod(nameof(Choice), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<ImportRow, string, object?>>();

    // A record is named by its id or by what it is called.
    private static Func<ImportRow, string, object?> OfText(PropertyInfo property)
    {
        var longest = property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? LongestName;
        return (row, column) => row.Text(column, longest);
    }

    private static object? Choice<T>(ImportRow row, string column)
        where T : struct, Enum => row.Choice<T>(column);
}
