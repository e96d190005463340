using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;

namespace Cwa.Model;

/// <summary>Visits every value in a verb's input, part by part.</summary>
internal static class VerbParts
{
    private static readonly ConcurrentDictionary<Type, Property[]> Properties = new();

    /// <summary>Calls <paramref name="look"/> for each value that is given, with the check of its part.</summary>
    public static void Visit(object part, Check at, Action<Property, object, Check> look)
    {
        foreach (var property in Properties.GetOrAdd(part.GetType(), PropertiesOf))
        {
            if (property.Get(part) is not { } value)
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

    private static Property[] PropertiesOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(Property.Of)];

    /// <summary>A property of a verb or of a part of one.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="MaxLength">The longest text or list that it can hold; null where there is no limit.</param>
    /// <param name="EachMaxLength">The longest text in its list; null where there is no limit.</param>
    /// <param name="Get">Reads it.</param>
    internal sealed record Property(string Name, int? MaxLength, int? EachMaxLength, Func<object, object?> Get)
    {
        public static Property Of(PropertyInfo property)
        {
            var part = Expression.Parameter(typeof(object));
            var value = Expression.Property(Expression.Convert(part, property.DeclaringType!), property);
            return new(
                property.Name,
                property.GetCustomAttribute<MaxLengthAttribute>()?.Length,
                property.GetCustomAttribute<EachMaxLengthAttribute>()?.Length,
                Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), part).Compile()
            );
        }
    }
}
