using System.Collections;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>A column of one of the databases. Its values are the same objects, whichever database holds them.</summary>
/// <remarks>
/// Enums and months are numbers, instants are in UTC to the microsecond, and a list is an array, which SQLite stores as
/// JSON.
/// </remarks>
internal sealed class StoredColumn
{
    private static readonly Dictionary<Type, Func<DbDataReader, int, object>> Readers = new()
    {
        [typeof(bool)] = (row, place) => row.GetBoolean(place),
        [typeof(int)] = (row, place) => row.GetInt32(place),
        [typeof(long)] = (row, place) => row.GetInt64(place),
        [typeof(double)] = (row, place) => row.GetDouble(place),
        [typeof(string)] = (row, place) => row.GetString(place),
        [typeof(Guid)] = (row, place) => row.GetGuid(place),
        [typeof(DateOnly)] = (row, place) => row.GetFieldValue<DateOnly>(place),
        [typeof(DateTime)] = (row, place) => Instant(row.GetDateTime(place)),
    };

    private readonly CoreTypeMapping? _element;
    private readonly ValueConverterOf? _json;
    private readonly Func<DbDataReader, int, object> _read;

    public StoredColumn(IColumnMapping column)
    {
        var type = column.TypeMapping;
        _element = type.ElementTypeMapping;
        Name = column.Column.Name;
        if (_element is null)
            _read = ReaderOf(StoredType(type));
        else if (type.Converter is { } converter && converter.ProviderClrType == typeof(string))
        {
            _json = new(converter.ConvertFromProvider, converter.ConvertToProvider);
            _read = (row, place) => FromJson(row.GetString(place));
        }
        else
            _read = (row, place) => row.GetValue(place);
    }

    /// <summary>The column's name.</summary>
    public string Name { get; }

    /// <summary>The value in a row; null if there is none.</summary>
    public object? Read(DbDataReader row, int place) => row.IsDBNull(place) ? null : _read(row, place);

    /// <summary>What the driver is given to store the value.</summary>
    public object? Written(object? value) =>
        value is Array list && _json is not null ? _json.ToProvider(Elements(list, _element!.ClrType, Shown)) : value;

    private Array FromJson(string json)
    {
        var elements = ((IEnumerable)_json!.FromProvider(json)!).Cast<object>().ToArray();
        return Elements(elements, StoredType(_element!), element => Stored(element));
    }

    private object? Stored(object element) => _element!.Converter is { } c ? c.ConvertToProvider(element) : element;

    private object? Shown(object element) => _element!.Converter is { } c ? c.ConvertFromProvider(element) : element;

    private static Array Elements(Array from, Type type, Func<object, object?> convert)
    {
        var into = Array.CreateInstance(type, from.Length);
        for (var i = 0; i < from.Length; i++)
            into.SetValue(convert(from.GetValue(i)!), i);
        return into;
    }

    private static Type StoredType(CoreTypeMapping type)
    {
        var stored = type.Converter?.ProviderClrType ?? type.ClrType;
        return Nullable.GetUnderlyingType(stored) ?? stored;
    }

    private static Func<DbDataReader, int, object> ReaderOf(Type type) =>
        Readers.TryGetValue(type, out var reader)
            ? reader
            : throw new NotSupportedException(
                $"Nobody has said how to copy a {type.Name} from one database to another."
            );

    private static object Instant(DateTime value) =>
        DateTime.SpecifyKind(value.AddTicks(-(value.Ticks % TimeSpan.TicksPerMicrosecond)), DateTimeKind.Utc);

    private sealed record ValueConverterOf(Func<object?, object?> FromProvider, Func<object?, object?> ToProvider);
}
