using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cwa.Model;

/// <summary>A column of a file, whose cells fill one property of a verb or of a part of it.</summary>
internal sealed class VerbColumn
{
    private const int MostChoices = 12;

    // What only a caller of the API says: a file has a dry run, and is harmless when it is sent again.
    private static readonly HashSet<string> NotInFiles = [nameof(Verb.IdempotencyKey), nameof(Verb.ValidateOnly)];

    private readonly PropertyInfo _property;
    private readonly PropertyInfo? _part;
    private readonly Func<ImportRow, string, object?> _read;

    private VerbColumn(PropertyInfo property, PropertyInfo? part)
    {
        (_property, _part) = (property, part);
        Name = ColumnOf(property.Name);
        Named = IdOf(property.PropertyType)?.GetGenericArguments()[0];
        _read = CellReader.Of(property);
    }

    /// <summary>The name of the column: that of the property in snake case, without the id at its end.</summary>
    public string Name { get; }

    /// <summary>The name of the property.</summary>
    public string Property => _property.Name;

    /// <summary>Whether a mutation has to give the property.</summary>
    public bool IsRequired => _part is null && _property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>The record that the cell names; null when the cell has a value of its own.</summary>
    public Type? Named { get; }

    /// <summary>Whether a row has either this column or another.</summary>
    public bool IsAlternative => _part?.PropertyType.IsDefined(typeof(ExactlyOneAttribute)) is true;

    /// <summary>Whether the cells are days or months.</summary>
    public bool IsDay => Type == typeof(DateOnly) || Type == typeof(ReportMonth);

    /// <summary>Whether the cells are counts, which a row of totals may add up.</summary>
    public bool IsCount => Type == typeof(int) || Type == typeof(long);

    /// <summary>The values that a cell may have, if there are only a few; otherwise empty.</summary>
    public IReadOnlyList<string> Choices =>
        Type.IsEnum && Enum.GetNames(Type) is { Length: <= MostChoices } names
            ? [.. names.Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)]
            : [];

    private Type Type => Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;

    /// <summary>The columns for the properties of a verb, in their order.</summary>
    public static IReadOnlyList<VerbColumn> Of(Type verb) =>
        [.. PropertiesOf(verb).SelectMany(property => IsPart(property) ? PartsOf(property) : [new(property, null)])];

    /// <summary>The column for a field of a verb.</summary>
    public static string ColumnOf(string field)
    {
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(field);
        return name.EndsWith("_id", StringComparison.Ordinal) ? name[..^"_id".Length] : name;
    }

    /// <summary>Reads the value in the row; null when the cell is empty, or wrong, which is reported.</summary>
    public object? Read(ImportRow row, bool isRequired)
    {
        if (!isRequired || row.Peek(Name) is not null)
            return _read(row, Name);
        row.Error(Name, "The value is missing.");
        return null;
    }

    /// <summary>Gives the property a value.</summary>
    public void Set(object verb, object value) => _property.SetValue(Owner(verb), value);

    /// <summary>Gives the property the id of a record.</summary>
    public void SetId(object verb, string text, Guid? key) =>
        Set(verb, Activator.CreateInstance(IdOf(_property.PropertyType)!, text, key)!);

    /// <summary>The value of the property; the key of a record if it is an id.</summary>
    public object? Get(object verb) =>
        _property.GetValue(Owner(verb)) switch
        {
            null => null,
            var id when Named is not null => id.GetType().GetProperty("Key")!.GetValue(id),
            var value => value,
        };

    private object Owner(object verb)
    {
        if (_part is null)
            return verb;
        var part = _part.GetValue(verb);
        if (part is null)
            _part.SetValue(verb, part = Activator.CreateInstance(_part.PropertyType)!);
        return part;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && !NotInFiles.Contains(property.Name));

    private static IEnumerable<VerbColumn> PartsOf(PropertyInfo part) =>
        PropertiesOf(part.PropertyType).Select(property => new VerbColumn(property, part));

    private static bool IsPart(PropertyInfo property) =>
        property.PropertyType is { IsClass: true } type && type.Assembly == typeof(Verb).Assembly;

    private static Type? IdOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsGenericType: true } id
        && id.GetGenericTypeDefinition() == typeof(Id<>)
            ? id
            : null;
}
