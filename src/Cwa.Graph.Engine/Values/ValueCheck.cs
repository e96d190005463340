using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>The place of a value.</summary>
/// <param name="Name">Its name, such as `input.title`.</param>
/// <param name="HasDefault">Whether the place has a default value.</param>
/// <param name="IsOneOf">Whether it is a field of a OneOf input object.</param>
internal readonly record struct Place(string Name, bool HasDefault = false, bool IsOneOf = false)
{
    public override string ToString() => Name;
}

/// <summary>Finds everything that is wrong with a value, and says what is expected at each place.</summary>
/// <typeparam name="TValue">A value: a literal of a document, or a variable's value.</typeparam>
internal abstract class ValueCheck<TValue>
{
    /// <summary>Checks the value at a place.</summary>
    public void Check(IGraphType type, TValue value, Place place)
    {
        if (IsGivenElsewhere(value, type, place))
            return;
        if (type is NonNullGraphType required)
        {
            if (IsNull(value))
                Refuse(value, $"`{place}` must not be null: give {Expected.Of(required)}.");
            else
                Check(required.ResolvedType!, value, place);
            return;
        }

        if (IsNull(value))
            return;

        if (type is ListGraphType list)
            CheckItems(list.ResolvedType!, value, place);
        else if (type is IInputObjectGraphType input)
            CheckFields(input, value, place);
        else if (type is ScalarGraphType scalar && !Fits(scalar, value))
            Refuse(value, $"`{place}`: {ValueText.Not(Shown(value), Expected.Of(scalar))}{Advice(scalar, value)}");
    }

    /// <summary>Reports that a value is wrong.</summary>
    protected abstract void Refuse(TValue at, string message);

    /// <summary>Whether the value is a variable, which is checked elsewhere.</summary>
    protected abstract bool IsGivenElsewhere(TValue value, IGraphType expected, Place place);

    protected abstract bool IsNull(TValue value);

    /// <summary>The items of a list; null if the value is not a list.</summary>
    protected abstract IEnumerable<TValue>? ItemsOf(TValue value);

    /// <summary>The fields of an object; null if the value is not an object.</summary>
    protected abstract IReadOnlyCollection<(string Name, TValue Value)>? FieldsOf(TValue value);

    protected abstract bool Fits(ScalarGraphType scalar, TValue value);

    /// <summary>The value as the client wrote it.</summary>
    protected abstract string Shown(TValue value);

    /// <summary>The value as a name, such as that of an enum value; null if it cannot be one.</summary>
    protected abstract string? NameIn(TValue value);

    // A single value is coerced to a list of one item (specification, 3.11).
    private void CheckItems(IGraphType itemType, TValue value, Place place)
    {
        if (ItemsOf(value) is not { } items)
        {
            Check(itemType, value, place);
            return;
        }

        foreach (var (i, item) in items.Index())
            Check(itemType, item, new($"{place}.{i}"));
    }

    private void CheckFields(IInputObjectGraphType input, TValue value, Place place)
    {
        if (FieldsOf(value) is not { } given)
        {
            Refuse(value, $"`{place}`: {ValueText.Not(Shown(value), Expected.Of(input))}");
            return;
        }

        foreach (var (name, inner) in given)
        {
            if (input.Fields.Find(name) is { } field)
                Check(
                    field.ResolvedType!,
                    inner,
                    new($"{place}.{name}", field.DefaultValue is not null, input.IsOneOf)
                );
            else
                Refuse(
                    inner,
                    $"`{place}` has no field `{name}`.{Expected.Suggest(name, input.Fields.Select(f => f.Name))}"
                );
        }

        if (given.CountBy(g => g.Name).FirstOrDefault(g => g.Value > 1) is { Key: { } twice })
            Refuse(value, $"`{place}` names the field `{twice}` twice.");
        foreach (var field in input.Fields)
        {
            if (
                field.ResolvedType is NonNullGraphType
                && field.DefaultValue is null
                && !given.Any(g => g.Name == field.Name)
            )
                Refuse(value, $"`{place}.{field.Name}` is missing: give {Expected.Of(field.ResolvedType)}.");
        }

        if (input.IsOneOf && (given.Count != 1 || given.Any(g => IsNull(g.Value))))
        {
            Refuse(
                value,
                $"`{place}` takes exactly one of {Expected.Listed(input.Fields.Select(f => f.Name))}, and not null. "
                    + "In a list, give each in an object of its own."
            );
        }
    }

    private string Advice(ScalarGraphType scalar, TValue value)
    {
        if (NameIn(value) is not { } name)
            return "";
        if (Expected.IsWritten(scalar, name))
            return $" Write {name} without quotation marks.";
        return scalar is EnumerationGraphType choice ? Expected.Suggest(name, choice.Values.Select(v => v.Name)) : "";
    }
}
