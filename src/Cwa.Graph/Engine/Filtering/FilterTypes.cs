using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>`where`: the conditions on one class of records.</summary>
internal sealed class FilterType<T> : InputObjectGraphType where T : class
{
    private readonly ListTerms<T> _terms;

    public FilterType(ListTerms<T> terms)
    {
        _terms = terms;
        Name = typeof(T).GraphQLName() + "FilterInput";
        Description = $"Conditions on {typeof(T).GraphQLName()} objects: all that are given must hold.";
        Field<ListGraphType<NonNullGraphType<FilterType<T>>>>("and").Description("All of these must hold.");
        Field<ListGraphType<NonNullGraphType<FilterType<T>>>>("or").Description("At least one of these must hold.");
        foreach (var term in terms.Filters)
            AddField(new FieldType { Name = term.Name, Description = term.Description, Type = term.InputType });
    }

    public override object ParseDictionary(IDictionary<string, object?> value)
    {
        var parts = new List<FilterNode>();
        if (value.TryGetValue("and", out var and) && and is IEnumerable<object?> all)
            parts.AddRange(all.Cast<FilterNode>());
        if (value.TryGetValue("or", out var or) && or is IEnumerable<object?> any && any.Any())
            parts.Add(new Combination(all: false, [.. any.Cast<FilterNode>()]));
        foreach (var term in _terms.Filters)
        {
            if (value.TryGetValue(term.Name, out var asked) && asked is not null)
                parts.Add(term.Read(asked));
        }

        return new Combination(all: true, parts);
    }
}

/// <summary>A condition on the records that belong to the listed one; `some`, `none` or `all` of them.</summary>
internal sealed record Quantified(string Kind, FilterNode? Inner)
{
    public const string Some = "some", None = "none", All = "all";
}

internal sealed class ListFilterType<T> : InputObjectGraphType where T : class
{
    public ListFilterType()
    {
        var name = typeof(T).GraphQLName();
        Name = $"ListFilterInputTypeOf{name}FilterInput";
        Description = $"Conditions on the {name} records that belong to one.";
        Field<FilterType<T>>(Quantified.All).Description("Every one of them matches.");
        Field<FilterType<T>>(Quantified.None).Description("None of them matches.");
        Field<FilterType<T>>(Quantified.Some).Description("At least one of them matches.");
        Field<BooleanGraphType>("any").Description("Whether there is one at all.");
    }

    public override object ParseDictionary(IDictionary<string, object?> value) => value
        .Where(asked => asked.Value is not null)
        .Select(asked => asked.Value is bool any
            ? new Quantified(any ? Quantified.Some : Quantified.None, null)
            : new Quantified(asked.Key, (FilterNode)asked.Value!))
        .ToList();
}
