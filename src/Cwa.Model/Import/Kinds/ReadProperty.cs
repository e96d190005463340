using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Cwa.Model;

/// <summary>Reads the properties of records by name.</summary>
internal static class ReadProperty
{
    private static readonly ConcurrentDictionary<(Type, string), Func<object, object?>?> Readers = new();

    /// <summary>Reads the property; null when records of the type have none of that name.</summary>
    public static Func<object, object?>? Of(Type record, string name) => Readers.GetOrAdd((record, name), Make);

    private static Func<object, object?>? Make((Type Record, string Name) of)
    {
        if (of.Record.GetProperty(of.Name) is not { } property)
            return null;
        var record = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(record, of.Record), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), record).Compile();
    }
}
