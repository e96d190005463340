using System.Globalization;
using System.Reflection;
using System.Text.Json;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Writes one property of objects into an answer, without an execution node for each of them.</summary>
internal abstract class ScalarWriter
{
    /// <summary>
    /// Whether the object has a value that the field may have. If not, the field is run like any other, which reports
    /// the error.
    /// </summary>
    public abstract bool Fits(object source);

    /// <summary>Writes the value of an object that fits.</summary>
    public abstract void Write(Utf8JsonWriter writer, object source);

    /// <summary>The writer of a property as a scalar; null if only the scalar itself knows how to write it.</summary>
    public static ScalarWriter? Of(Type source, PropertyInfo property, ScalarGraphType scalar, bool isRequired)
    {
        if (property.GetMethod!.IsStatic)
            return null;

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string))
            return scalar.GetType() == typeof(StringGraphType)
                ? Make(typeof(Text<>).MakeGenericType(source), property.GetMethod!, isRequired)
                : null;
        if (FormOf(type, scalar) is not { } form)
            return null;

        return type == property.PropertyType
            ? Make(typeof(Value<,>).MakeGenericType(source, type), property.GetMethod!, form)
            : Make(typeof(Optional<,>).MakeGenericType(source, type), property.GetMethod!, form, isRequired);
    }

    private static ScalarWriter Make(Type type, params object[] arguments) =>
        (ScalarWriter)Activator.CreateInstance(type, arguments)!;

    private static object? FormOf(Type type, ScalarGraphType scalar) =>
        scalar switch
        {
            EnumerationGraphType names when type.IsEnum => Activator.CreateInstance(
                typeof(EnumForm<>).MakeGenericType(type),
                names
            ),
            IntGraphType when type == typeof(int) => new Form<int>((writer, value) => writer.WriteNumberValue(value)),
            WholeNumberType when type == typeof(long) => new Form<long>(
                (writer, value) => writer.WriteNumberValue(value)
            ),
            BooleanGraphType when type == typeof(bool) => new Form<bool>(
                (writer, value) => writer.WriteBooleanValue(value)
            ),
            InstantType when type == typeof(DateTime) => new Form<DateTime>(
                (writer, value) => writer.WriteStringValue(value)
            ),
            DateType when type == typeof(DateOnly) => new Form<DateOnly>(Write),
            _ => null,
        };

    private static void Write(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>How a value is written.</summary>
    private class Form<TValue>(Action<Utf8JsonWriter, TValue> write)
    {
        public virtual bool Has(TValue value) => true;

        public virtual void Write(Utf8JsonWriter writer, TValue value) => write(writer, value);
    }

    private sealed class EnumForm<TValue>(EnumerationGraphType type) : Form<TValue>((_, _) => { })
        where TValue : struct, Enum
    {
        private readonly Dictionary<TValue, JsonEncodedText> _names = type.Values.ToDictionary(
            value => (TValue)value.Value!,
            value => JsonEncodedText.Encode(value.Name)
        );

        public override bool Has(TValue value) => _names.ContainsKey(value);

        public override void Write(Utf8JsonWriter writer, TValue value) => writer.WriteStringValue(_names[value]);
    }

    private sealed class Text<T>(MethodInfo getter, bool isRequired) : ScalarWriter
    {
        private readonly Func<T, string?> _get = getter.CreateDelegate<Func<T, string?>>();

        public override bool Fits(object source) => !isRequired || _get((T)source) is not null;

        public override void Write(Utf8JsonWriter writer, object source) => writer.WriteStringValue(_get((T)source));
    }

    private sealed class Value<T, TValue>(MethodInfo getter, Form<TValue> form) : ScalarWriter
    {
        private readonly Func<T, TValue> _get = getter.CreateDelegate<Func<T, TValue>>();

        public override bool Fits(object source) => form.Has(_get((T)source));

        public override void Write(Utf8JsonWriter writer, object source) => form.Write(writer, _get((T)source));
    }

    private sealed class Optional<T, TValue>(MethodInfo getter, Form<TValue> form, bool isRequired) : ScalarWriter
        where TValue : struct
    {
        private readonly Func<T, TValue?> _get = getter.CreateDelegate<Func<T, TValue?>>();

        public override bool Fits(object source) => _get((T)source) is { } value ? form.Has(value) : !isRequired;

        public override void Write(Utf8JsonWriter writer, object source)
        {
            if (_get((T)source) is { } value)
                form.Write(writer, value);
            else
                writer.WriteNullValue();
        }
    }
}
