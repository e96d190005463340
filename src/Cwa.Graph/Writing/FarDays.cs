using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Warns of every day in an input that is far from today, wherever the input has one.</summary>
internal static class FarDays
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Dated = new();

    /// <summary>Adds a warning for each such day in an input, or in a part of one, at its place.</summary>
    public static void Warn(object part, DateOnly today, InputCheck at)
    {
        foreach (var property in Dated.GetOrAdd(part.GetType(), DatedOf))
        {
            var field = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            switch (property.GetValue(part))
            {
                case DateOnly day:
                    WarnOfDay(day, field);
                    break;
                case ReportMonth month:
                    WarnOfDay(month.FirstDay, field);
                    break;
                case IEnumerable list:
                    foreach (var (i, item) in list.Cast<object>().Index())
                        Warn(item, today, at.In(field, i));
                    break;
                case { } nested:
                    Warn(nested, today, at.In(field));
                    break;
            }
        }

        void WarnOfDay(DateOnly day, string field)
        {
            // What the mutation itself found odd about it says more.
            if (FarDay.Warning(day, today) is { } odd && !at.IsWarned(field))
                at.Warn(odd, field);
        }
    }

    private static PropertyInfo[] DatedOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => HasDays(property.PropertyType)),
        ];

    private static bool HasDays(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(DateOnly) || type == typeof(ReportMonth))
            return true;
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
            return type.GetGenericArguments()[0] is { IsClass: true } item && HasDays(item);
        return type.IsClass && type.Assembly == typeof(FarDays).Assembly && DatedOf(type) is not [];
    }
}
