using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Cwa.Model;

/// <summary>Looks at all that a verb says, part by part.</summary>
internal static class VerbParts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Looks at each value that is given, with the check of the part that it is in.</summary>
    public static void Visit(object part, Check at, Action<PropertyInfo, object, Check> look)
    {
        foreach (var property in Properties.GetOrAdd(part.GetType(), PropertiesOf))
        {
            if (property.GetValue(part) is not { } value)
                continue;

            look(property, value, at);
            if (value is IEnumerable list and not string)
            {
                foreach (var (i, item) in list.Cast<object>().Index())
                {
                    if (IsPart(item))
                        Visit(item, at.In(property.Name, i), look);
                }
            }
            else if (IsPart(value))
            {
                Visit(value, at.In(property.Name), look);
            }
        }
    }

    private static bool IsPart(object value) => value is not string && value.GetType().IsClass;

    private static PropertyInfo[] PropertiesOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters() is []),
        ];
}
